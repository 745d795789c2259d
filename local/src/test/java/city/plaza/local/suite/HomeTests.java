package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
