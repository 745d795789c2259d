package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	@TempDir
	Path directory;

	@Test
	void recordsAProcess() throws IOException {
		PidFile file = PidFile.of(new Home(this.directory), "billing-service");
		file.write(4711, "TERM", Layer.SERVICE);
		assertThat(file.read()).contains(new PidFile.Entry("billing-service", 4711, "TERM", Layer.SERVICE));
		file.delete();
		assertThat(file.read()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4711", "4711 TERM", "many TERM SERVICE", "4711 TERM ATTIC" })
	void ignoresARecordThatIsNotWhole(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("portal.pid"), content);
		assertThat(new PidFile(file).read()).isEmpty();
	}

}
