package city.plaza.benchmarks.reference;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KillBillSettingsTests {

	@TempDir
	private Path directory;

	@Test
	void usesTheDatabaseOfItsOwnForAllItDoes() throws Exception {
		Path file = KillBillSettings.write(this.directory, 15432, "secret");
		Properties properties = new Properties();
		properties.load(new StringReader(Files.readString(file)));
		for (String pool : List.of("org.killbill.dao.", "org.killbill.billing.osgi.dao.")) {
			assertThat(properties).containsEntry(pool + "url", "jdbc:postgresql://127.0.0.1:15432/killbill")
				.containsEntry(pool + "user", "postgres")
				.containsEntry(pool + "password", "secret");
		}
		assertThat(properties).containsEntry("org.killbill.server.updateCheck.skip", "true");
	}

	@Test
	void keepsItsFilesTogetherAndThePasswordOutOfTheCommand() throws Exception {
		Path file = KillBillSettings.write(this.directory, 15432, "secret");
		List<String> command = KillBillSettings.command(this.directory, Path.of("jetty.jar"), Path.of("war"), 4711);
		assertThat(command).contains("-Dorg.killbill.server.properties=" + file.toUri(),
				"-Dlogback.configurationFile=" + this.directory.resolve("logback.xml"));
		assertThat(command).endsWith("-jar", "jetty.jar", "--host", "127.0.0.1", "--port", "4711", "war");
		assertThat(String.join(" ", command)).doesNotContain("secret");
		assertThat(KillBillSettings.properties(this.directory, 15432, "secret").values())
			.filteredOn((value) -> value.startsWith("/"))
			.isNotEmpty()
			.allMatch((value) -> Path.of(value).startsWith(this.directory));
	}

}
