package city.plaza.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;

/**
 * Checks what has to be true before anything is started. Each error is one line with its
 * remedy.
 */
public final class Preflight {

	private static final long MEGABYTE = 1_000_000;

	private static final long LEAST_FREE_MEGABYTES = 500;

	private Preflight() {
	}

	/**
	 * Checks all of it.
	 * @throws UsageException at the first error
	 */
	public static void check(Home home, List<Program> programs) throws IOException {
		checkDisk(home, Files.getFileStore(home.directory()).getUsableSpace() / MEGABYTE);
		for (Program program : programs) {
			for (int port : program.ports()) {
				if (isTaken(port)) {
					throw new UsageException("Port " + port + ", which " + program.name()
							+ " needs, is in use: stop the program that uses it, or shift all ports, for example with"
							+ " PLAZA_PORT_OFFSET=1000 ./plaza up.");
				}
			}
		}
	}

	static void checkDisk(Home home, long freeMegabytes) {
		if (freeMegabytes < LEAST_FREE_MEGABYTES) {
			throw new UsageException("Only " + freeMegabytes + " MB are free where " + home.directory()
					+ " lies, and Plaza needs " + LEAST_FREE_MEGABYTES
					+ " MB: make room, or keep its data elsewhere with PLAZA_HOME=/some/directory.");
		}
	}

	/** Whether somebody listens on the port, on this machine's own address or on all. */
	static boolean isTaken(int port) {
		return !canListen(new InetSocketAddress(port))
				|| !canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	private static boolean canListen(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
