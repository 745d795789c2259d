package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ClassCacheTests {

	@TempDir
	Path directory;

	@Test
	void isUsedOnlyOnceItIsFinished() throws IOException {
		ClassCache cache = ClassCache.in(this.directory);
		Path unfinished = Path.of(cache.make().getFirst().replace("-XX:AOTCacheOutput=", ""));
		Files.writeString(unfinished, "classes");
		assertThat(cache.use()).isEmpty();
		cache.finish();
		assertThat(cache.use()).containsExactly("-XX:AOTCache=" + this.directory.resolve("classes.aot"));
		assertThat(unfinished).doesNotExist();
	}

	@Test
	void isMadeWithoutRegistering() {
		assertThat(ClassCache.in(this.directory).make()).contains("-Deureka.client.register-with-eureka=false");
	}

}
