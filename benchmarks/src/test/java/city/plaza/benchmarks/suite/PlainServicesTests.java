package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PlainServicesTests {

	@TempDir
	Path repository;

	@Test
	void runWhatTheBuildHasLeft() throws IOException {
		Path target = Files.createDirectories(this.repository.resolve("gateway/target"));
		Path built = Files.createFile(target.resolve("plaza-gateway-1.jar"));
		Path suite = this.repository.resolve("local/target/suite/gateway/ab12cd34");
		assertThat(PlainServices.builtJar(suite.resolve("plaza-gateway-1.jar"))).isEqualTo(built);
		assertThatIOException().isThrownBy(() -> PlainServices.builtJar(suite.resolve("plaza-gateway-2.jar")))
			.withMessageContaining("plaza-gateway-2.jar");
	}

	@Test
	void haveTheEnvironmentOfTheSuitesOwn() {
		assertThat(PlainServices.environment("PORT=1\0PLAZA_EUREKA_URL=http://h/?a=b\0EMPTY=\0"))
			.containsExactlyInAnyOrderEntriesOf(Map.of("PORT", "1", "PLAZA_EUREKA_URL", "http://h/?a=b", "EMPTY", ""));
	}

}
