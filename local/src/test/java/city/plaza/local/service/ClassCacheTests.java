package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.topology.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

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

	@Test
	void isNotFinishedWithoutAFileAndLeavesTheOldOneThen() throws IOException {
		ClassCache cache = ClassCache.in(this.directory);
		assertThatIOException().isThrownBy(cache::finish);
		assertThat(cache.exists()).isFalse();
		Files.writeString(cache.file(), "old");
		assertThatIOException().isThrownBy(cache::finish);
		assertThat(cache.file()).hasContent("old");
	}

	@Test
	void replacesAnOlderOne() throws IOException {
		ClassCache cache = ClassCache.in(this.directory);
		Files.writeString(cache.file(), "old");
		Files.writeString(Path.of(cache.make().getFirst().replace("-XX:AOTCacheOutput=", "")), "new");
		cache.finish();
		assertThat(cache.file()).hasContent("new");
	}

	/**
	 * The JVM cannot open the application: no cache comes of it, and nobody is bothered.
	 */
	@Test
	void isMadeAnotherTimeWhereItsRunFails() throws Exception {
		Home home = new Home(this.directory.resolve("home"));
		home.create();
		Application application = new Application(this.directory.resolve("none.jar"), this.directory);
		BootService portal = new BootService(home, Service.PORTAL, List.of(1, 2), application, Map.of());
		MakeCaches caches = new MakeCaches(home, List.of(portal));
		caches.start();
		await().until(() -> Files.exists(home.log("class-caches"))
				&& Files.readString(home.log("class-caches")).contains("none.jar"));
		caches.stop();
		assertThat(portal.cache().exists()).isFalse();
	}

}
