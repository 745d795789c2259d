package city.plaza.local.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MakeCachesTests {

	/** Serves, and writes what it was told to when it is asked to end, as a JVM does. */
	private static final String WRITES = "trap 'echo classes > \"$1\"; exit 143' TERM; : > \"$1.up\"; while :; do sleep 0.05; done";

	/** The runs have the lowest priority: on a busy machine they wait. */
	private static final Duration LIMIT = Duration.ofMinutes(2);

	@TempDir
	Path directory;

	private Home home;

	@BeforeEach
	void create() throws IOException {
		this.home = new Home(this.directory.resolve("home"));
		this.home.create();
	}

	@Test
	void makesOneByARunThatEndsOnceItServes() throws Exception {
		Training program = new Training("one", WRITES, true);
		MakeCaches caches = MakeCaches.missing(this.home, List.of(program));
		assertThat(caches.count()).isEqualTo(1);
		caches.start();
		await().atMost(LIMIT).until(program.cache()::exists);
		caches.stop();
		assertThat(program.cache().file()).hasContent("classes");
		assertThat(MakeCaches.missing(this.home, List.of(program)).count()).isZero();
		assertThat(this.home.trial("one").directory()).doesNotExist();
	}

	/** No cache comes of it, nobody is bothered, and the others get theirs. */
	@Test
	void makesItAnotherTimeWhereItsRunFails() throws Exception {
		Training broken = new Training("broken", "echo cannot; exit 1", false);
		Training sound = new Training("sound", WRITES, true);
		MakeCaches caches = MakeCaches.missing(this.home, List.of(broken, sound));
		caches.start();
		await().atMost(LIMIT).until(sound.cache()::exists);
		caches.stop();
		assertThat(broken.cache().exists()).isFalse();
		assertThat(this.home.log("class-caches")).content().contains("cannot");
	}

	@Test
	void breaksOffWhenTheSuiteEnds() throws Exception {
		Training slow = new Training("slow", "echo $$ > \"$1\"; " + WRITES, false);
		MakeCaches caches = MakeCaches.missing(this.home, List.of(slow, new Training("later", WRITES, true)));
		caches.start();
		Path pid = slow.unfinished();
		await().atMost(LIMIT).until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
		long process = Long.parseLong(Files.readString(pid).strip());
		caches.stop();
		assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(slow.cache().exists()).isFalse();
		assertThat(this.directory.resolve("later")).doesNotExist();
	}

	/** A shell script in the place of a JVM. */
	private final class Training implements CachedProgram {

		private final String name;

		private final String script;

		private final boolean serves;

		Training(String name, String script, boolean serves) {
			this.name = name;
			this.script = script;
			this.serves = serves;
		}

		Path unfinished() {
			return Path.of(cache().make().getFirst().replace("-XX:AOTCacheOutput=", ""));
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public int port() {
			return 1;
		}

		@Override
		public Layer layer() {
			return Layer.SERVICE;
		}

		@Override
		public void prepare() throws IOException {
			Files.createDirectories(unfinished().getParent());
		}

		@Override
		public List<String> command() {
			return List.of("/bin/sh", "-c", this.script, this.name, unfinished().toString());
		}

		@Override
		public boolean ready() {
			// Only then does it know what to do at its end.
			return this.serves && Files.exists(Path.of(unfinished() + ".up"));
		}

		@Override
		public ClassCache cache() {
			return ClassCache.in(MakeCachesTests.this.directory.resolve(this.name));
		}

		@Override
		public Program training(Home own) {
			return this;
		}

	}

}
