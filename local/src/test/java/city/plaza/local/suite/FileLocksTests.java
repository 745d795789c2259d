package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FileLocksTests {

	@TempDir
	Path directory;

	@Test
	void areOfAProcessUntilItEndsHoweverItEnds() throws Exception {
		Path file = this.directory.resolve("in-use");
		assertThat(FileLocks.isUsed(file)).isFalse();
		Process other = other("use", file);
		try {
			assertThat(FileLocks.isUsed(file)).isTrue();
			FileLocks.use(file);
			FileLocks.use(file);
		}
		finally {
			other.destroyForcibly().waitFor();
		}
		assertThat(FileLocks.isUsed(file)).as("by this process").isTrue();
	}

	@Test
	void endWithTheProcess() throws Exception {
		Path file = this.directory.resolve("in-use");
		other("use", file).destroyForcibly().waitFor();
		assertThat(file).exists();
		assertThat(FileLocks.isUsed(file)).isFalse();
	}

	@Test
	void letOneProcessWorkAtATime() throws Exception {
		Path file = this.directory.resolve("turn/lock");
		Process other = other("turn", file);
		CountDownLatch came = new CountDownLatch(1);
		Thread waiting = Thread.ofVirtual().start(() -> {
			try {
				FileLocks.inTurn(file, came::countDown);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(came.await(300, TimeUnit.MILLISECONDS)).as("while the other works").isFalse();
		other.destroyForcibly().waitFor();
		assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void passTheTurnOnAfterAFailure() throws Exception {
		Path file = this.directory.resolve("lock");
		assertThatIOException().isThrownBy(() -> FileLocks.inTurn(file, () -> {
			throw new IOException("broken");
		})).withMessage("broken");
		FileLocks.inTurn(file, () -> Files.createFile(this.directory.resolve("done")));
		assertThat(this.directory.resolve("done")).exists();
	}

	/** A process that has done what is asked and stays. */
	private static Process other(String what, Path file) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Other.class.getName(), what,
				file.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		assertThat(process.inputReader().readLine()).isEqualTo("done");
		return process;
	}

	static final class Other {

		private Other() {
		}

		public static void main(String[] arguments) throws Exception {
			Path file = Path.of(arguments[1]);
			if (arguments[0].equals("use")) {
				FileLocks.use(file);
				stay();
			}
			else {
				FileLocks.inTurn(file, Other::stay);
			}
		}

		private static void stay() throws IOException {
			System.out.println("done");
			System.in.read();
		}

	}

}
