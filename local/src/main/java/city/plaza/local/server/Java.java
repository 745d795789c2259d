package city.plaza.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.WholeNumber;

/**
 * How the JVMs of a suite are started: small and quick to be there, since a dozen of them
 * share one machine. Production chooses otherwise, and so does a benchmark:
 * {@code PLAZA_JVM=production} gives the services its compiler and heap and PostgreSQL
 * memory and log for tables of millions, and {@code PLAZA_HEAP_MEGABYTES} another heap.
 */
public final class Java {

	/** Without the second compiler: for starting, not for throughput. */
	private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

	/**
	 * Of the heap what is young. The JVM would take a third and touch all of it before it
	 * collects for the first time, and to collect twice as often takes no longer.
	 */
	private static final int YOUNG_PART = 6;

	private static final boolean IS_PRODUCTION = "production".equals(System.getenv("PLAZA_JVM"));

	private Java() {
	}

	/** Whether the suite is to serve many rather than to be small. */
	static boolean isProduction() {
		return IS_PRODUCTION;
	}

	/** The command of one of Plaza's services, up to its jar. */
	public static List<String> serviceCommand(Home home, String program) {
		List<String> command = command(home, program,
				WholeNumber.of(System.getenv(), "PLAZA_HEAP_MEGABYTES", IS_PRODUCTION ? 512 : 160));
		if (IS_PRODUCTION) {
			command.remove(QUICK_START);
			command.removeIf((option) -> option.startsWith("-Xmn"));
			// Half of the heap for what is young, as containers have it: most of what a
			// request needs ends with it, and the rarer the collector stops, the better.
			command.add("-XX:NewRatio=1");
		}
		return command;
	}

	/**
	 * The command up to the class path or jar.
	 * @param heapMegabytes the most that its heap may take
	 */
	public static List<String> command(Home home, String program, int heapMegabytes) {
		List<String> command = new ArrayList<>();
		command.add(executable());
		// First, because some systems show only the beginning of a command line.
		command.add(home.marker(program));
		command.addAll(List.of("-XX:+UseSerialGC", QUICK_START, "-Xss512k", "-Xmx" + heapMegabytes + "m",
				"-Xmn" + heapMegabytes / YOUNG_PART + "m", "--enable-native-access=ALL-UNNAMED",
				"-XX:+ExitOnOutOfMemoryError"));
		return command;
	}

	/** The very Java that runs this. */
	public static String executable() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
