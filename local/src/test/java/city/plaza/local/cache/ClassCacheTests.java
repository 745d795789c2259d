package city.plaza.local.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ClassCacheTests {

	@TempDir
	Path directory;

	@Test
	void isUsedOnlyOnceItIsFinished() throws IOException {
		ClassCache cache = ClassCache.in(this.directory);
		Files.writeString(unfinished(cache), "classes");
		assertThat(cache.use()).isEmpty();
		cache.finish();
		assertThat(cache.use()).containsExactly("-XX:AOTCache=" + this.directory.resolve("classes.aot"));
		assertThat(unfinished(cache)).doesNotExist();
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
		Files.writeString(unfinished(cache), "new");
		cache.finish();
		assertThat(cache.file()).hasContent("new");
	}

	@Test
	void countsForTheVeryJarsItWasMadeFrom() throws IOException {
		Path jar = Files.writeString(this.directory.resolve("a.jar"), "one");
		ClassCache before = ClassCache.of(this.directory.resolve("caches"), List.of(jar));
		assertThat(ClassCache.of(this.directory.resolve("caches"), List.of(jar))).isEqualTo(before);
		Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
		assertThat(ClassCache.of(this.directory.resolve("caches"), List.of(jar))).isNotEqualTo(before);
	}

	@Test
	void removesThatOfTheBuildBefore() throws IOException {
		Path jar = Files.writeString(this.directory.resolve("a.jar"), "one");
		ClassCache before = ClassCache.of(this.directory.resolve("caches"), List.of(jar));
		before.prepare();
		Files.writeString(before.file(), "classes");
		before.prepare();
		assertThat(before.exists()).isTrue();
		Files.writeString(jar, "another");
		ClassCache after = ClassCache.of(this.directory.resolve("caches"), List.of(jar));
		after.prepare();
		assertThat(before.file().getParent()).doesNotExist();
		assertThat(after.file().getParent()).isDirectory();
	}

	private static Path unfinished(ClassCache cache) {
		return Path.of(cache.make().getFirst().replace("-XX:AOTCacheOutput=", ""));
	}

}
