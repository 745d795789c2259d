package city.plaza.benchmarks.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Prints what is measured just now, for whoever waits: to the error stream, so that it is
 * not part of a report.
 */
public final class Progress {

	private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
			StandardCharsets.UTF_8);

	private static final long BEGAN = System.nanoTime();

	private Progress() {
	}

	/** Notes what begins now. */
	public static void note(String what) {
		OUT.println(line(Duration.ofNanos(System.nanoTime() - BEGAN), what));
	}

	/**
	 * Makes the line.
	 * @param since the benchmark began
	 */
	static String line(Duration since, String what) {
		return "  %d:%02d %s".formatted(since.toMinutes(), since.toSecondsPart(), what);
	}

}
