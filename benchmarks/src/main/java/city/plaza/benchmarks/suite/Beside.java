package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that runs beside the suite for as long as a benchmark needs it. */
public final class Beside implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(90);

	private static final int OK = 200;

	private final Process process;

	private Beside(Process process) {
		this.process = process;
	}

	/**
	 * Starts one and waits until it serves.
	 * @param environment added to the one of this process
	 * @param probe an address of it that is answered with 200 once it serves
	 */
	public static Beside start(List<String> command, Map<String, String> environment, String probe)
			throws IOException, InterruptedException {
		ProcessBuilder program = new ProcessBuilder(command);
		program.environment().putAll(environment);
		return new Beside(started(program, Files.createTempFile("plaza-beside", ".log"), probe));
	}

	/** Starts a program and waits until it serves. */
	static Process started(ProcessBuilder program, Path log, String probe) throws IOException, InterruptedException {
		Process process = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		long end = System.nanoTime() + START.toNanos();
		while (!serves(probe)) {
			if (!process.isAlive() || System.nanoTime() > end) {
				process.destroyForcibly();
				throw new IOException("It did not come up, see " + log + ": " + String.join(" ", program.command()));
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		return process;
	}

	/** A port that is free now. */
	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	private static boolean serves(String probe) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(probe)).timeout(Duration.ofSeconds(2)).build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	@Override
	public void close() {
		// A script may have started the server.
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
	}

}
