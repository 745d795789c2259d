package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeTests {

	@TempDir
	Path directory;

	@Test
	void knowsItsOwnProcessesByTheirMark() {
		Home home = new Home(Path.of("/data/plaza"));
		assertThat(home.owns("portal", "java -Dplaza.process=portal@/data/plaza -jar portal.jar")).isTrue();
		assertThat(home.owns("postgres", "/bin/postgres -D /data/plaza/data/postgres -p 15432")).isTrue();
	}

	@Test
	void disownsTheProcessesOfOthers() {
		Home home = new Home(Path.of("/data/plaza"));
		assertThat(home.owns("portal", "java -Dplaza.process=gateway@/data/plaza -jar gateway.jar")).isFalse();
		assertThat(home.owns("portal", "java -Dplaza.process=portal@/data/plaza-two -jar portal.jar")).isFalse();
		assertThat(home.owns("postgres", "/bin/postgres -D /data/plaza/data/postgres.new")).isFalse();
		assertThat(home.owns("portal", "vi portal.log")).isFalse();
	}

	@Test
	void knowsItsProcessesWhereItsNameHasSpaces() {
		Home home = new Home(Path.of("/my data/the plaza"));
		assertThat(home.owns("portal", "java -Dplaza.process=portal@/my data/the plaza -jar portal.jar")).isTrue();
		assertThat(home.owns("postgres", "/bin/postgres -D /my data/the plaza/data/postgres -p 1")).isTrue();
		assertThat(home.owns("portal", "java -Dplaza.process=portal@/my data/the plaza2 -jar portal.jar")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/data/plaza/", "/data/./plaza", "/data/x/../plaza", "/data//plaza" })
	void isTheSameHoweverItsPathIsWritten(String path) {
		assertThat(new Home(Path.of(path))).isEqualTo(new Home(Path.of("/data/plaza")));
		assertThat(new Home(Path.of(path)).marker("inbox")).isEqualTo("-Dplaza.process=inbox@/data/plaza");
	}

	@Test
	void keepsEverythingBelowItsDirectory() {
		Home home = new Home(Path.of("relative"));
		assertThat(List.of(home.data("x"), home.log("x"), home.run(), home.state())).allSatisfy((path) -> {
			assertThat(path).isAbsolute();
			assertThat(path.startsWith(home.directory())).isTrue();
		});
	}

	/** A link is deleted, not what it leads to. */
	@Test
	void deletesNothingOutside() throws IOException {
		Path outside = Files.createDirectories(this.directory.resolve("outside"));
		Files.writeString(outside.resolve("kept"), "x");
		Path inside = Files.createDirectories(this.directory.resolve("inside/deep/deeper"));
		Files.createSymbolicLink(inside.resolve("link"), outside);
		Files.createSymbolicLink(inside.resolve("dangling"), Path.of("nowhere"));
		Home.delete(this.directory.resolve("inside"));
		Home.delete(this.directory.resolve("inside"));
		assertThat(this.directory.resolve("inside")).doesNotExist();
		assertThat(outside.resolve("kept")).exists();
	}

	@Test
	void resetsDataAndLogsButNotTheLock() throws IOException {
		Home home = new Home(this.directory);
		home.create();
		new Running(home).claim();
		Files.writeString(home.data("file"), "x");
		home.reset();
		assertThat(home.data("file")).doesNotExist();
		assertThat(this.directory.resolve("lock")).exists();
	}

	@Test
	void hasOneSupervisorAtMost() throws Exception {
		Home home = new Home(this.directory);
		home.create();
		Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), LockHolder.class.getName(), this.directory.toString())
			.redirectErrorStream(true)
			.start();
		try {
			assertThat(holder.inputReader().readLine()).isEqualTo("held");
			assertThatThrownBy(() -> new Running(home).claim()).isInstanceOf(UsageException.class)
				.hasMessageContaining("already")
				.hasMessageContaining("./plaza down");
		}
		finally {
			holder.destroyForcibly().waitFor();
		}
	}

}
