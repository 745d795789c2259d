package city.plaza.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import city.plaza.local.suite.Home;

/**
 * How the JVMs of a suite are started: small and quick to be there, since a dozen of them
 * share one machine. Production chooses otherwise.
 */
public final class Java {

	private Java() {
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
		command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx" + heapMegabytes + "m",
				"--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError"));
		return command;
	}

	/** The very Java that runs this. */
	public static String executable() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
