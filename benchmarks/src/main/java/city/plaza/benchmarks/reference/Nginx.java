package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An nginx that returns fixed bytes, about the most this machine can serve by HTTP, or
 * one that passes requests on to a server behind it.
 */
public final class Nginx implements AutoCloseable {

	private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"),
			Path.of("/usr/local/bin/nginx"), Path.of("/opt/homebrew/bin/nginx"));

	private final Process process;

	private final int port;

	private Nginx(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts one, where nginx is installed.
	 * @param body what it returns
	 * @return empty where there is none on this machine
	 */
	public static Optional<Nginx> returning(byte[] body, int port) throws IOException {
		return start(port, (directory) -> {
			Files.write(directory.resolve("body"), body);
			directory.resolve("body").toFile().setReadable(true, false);
			return "server { listen 127.0.0.1:%d; location / { root %s; try_files /body =404; default_type text/html; } }"
				.formatted(port, directory);
		});
	}

	/**
	 * Starts one in front of a server, with connections kept on both sides.
	 * @param upstream the server's address, without a slash at the end
	 * @return empty where there is none on this machine
	 */
	public static Optional<Nginx> before(String upstream, int port) throws IOException {
		return start(port, (directory) -> """
				upstream behind { server %s; keepalive 64; keepalive_requests 1000000; }
				  server {
				    listen 127.0.0.1:%d;
				    location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; }
				  }""".formatted(upstream.replaceFirst("^http://", ""), port));
	}

	private static Optional<Nginx> start(int port, Served served) throws IOException {
		Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
		return program.isPresent() ? Optional.of(start(program.get(), port, served)) : Optional.empty();
	}

	private static Nginx start(Path program, int port, Served served) throws IOException {
		Path directory = Files.createTempDirectory("plaza-nginx");
		directory.toFile().setReadable(true, false);
		directory.toFile().setExecutable(true, false);
		Path settings = Files.writeString(directory.resolve("nginx.conf"), """
				daemon off;
				worker_processes 2;
				pid %1$s/pid;
				error_log %1$s/error.log;
				events { worker_connections 4096; }
				http {
				  access_log off;
				  keepalive_requests 1000000;
				  %2$s
				}
				""".formatted(directory, served.settings(directory)));
		Process process = new ProcessBuilder(program.toString(), "-p", directory.toString(), "-c", settings.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("output").toFile())
			.start();
		await(process, port);
		return new Nginx(process, port);
	}

	private static void await(Process process, int port) throws IOException {
		for (int tries = 0; tries < 100 && process.isAlive(); tries++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 100);
				return;
			}
			catch (IOException notYet) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			}
		}
		throw new IOException("nginx did not come up on port " + port);
	}

	/** Where it listens. */
	public String address() {
		return "http://127.0.0.1:" + this.port + "/";
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	/** What it does with requests, in its own words. */
	@FunctionalInterface
	private interface Served {

		String settings(Path directory) throws IOException;

	}

}
