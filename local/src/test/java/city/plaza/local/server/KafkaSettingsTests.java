package city.plaza.local.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import city.plaza.local.cache.ClassCache;
import city.plaza.local.suite.Home;
import city.plaza.local.topology.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaSettingsTests {

	@TempDir
	Path directory;

	@Test
	void namesTheSamePortsEverywhere() throws IOException {
		Properties settings = read(
				KafkaSettings.text(18_092, 18_093, Path.of("data/kafka")).getBytes(StandardCharsets.UTF_8));
		assertThat(settings).containsEntry("listeners", "PLAINTEXT://127.0.0.1:18092,CONTROLLER://127.0.0.1:18093")
			.containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:18092")
			.containsEntry("controller.quorum.voters", "1@127.0.0.1:18093")
			.containsEntry("auto.create.topics.enable", "false");
	}

	/** Kafka took the letters for others, the comma for two directories. */
	@ParameterizedTest
	@ValueSource(strings = { "plain", "with spaces", "Jos\u00e9", "\u5e02", "a,b", "back\\slash", "#hash", "a=b:c!",
			"${x}" })
	void keepsItsDataInItsHomeWhateverThatIsCalled(String name) throws Exception {
		Home home = new Home(this.directory.resolve(name));
		home.create();
		Files.createDirectories(home.data("kafka"));
		Files.writeString(home.data("kafka").resolve("meta.properties"), "formatted before");
		new KafkaBroker(home, new Ports(0), "x.jar", ClassCache.in(this.directory.resolve("builds/kafka/1"))).prepare();
		Properties settings = read(Files.readAllBytes(home.data("kafka.properties")));
		String[] directories = settings.getProperty("log.dirs").split("\\s*,\\s*", -1);
		assertThat(directories).hasSize(1);
		assertThat(home.directory().resolve(directories[0])).isEqualTo(home.data("kafka"));
	}

	/** As Kafka reads it. */
	private static Properties read(byte[] file) throws IOException {
		Properties settings = new Properties();
		settings.load(new ByteArrayInputStream(file));
		return settings;
	}

}
