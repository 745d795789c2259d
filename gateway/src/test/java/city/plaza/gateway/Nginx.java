package city.plaza.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * Two real nginx servers in front of the gateway: the outer leads to the inner, the inner
 * to the gateway. Each listens on IPv4 and IPv6 and adds the address it sees.
 */
final class Nginx implements AutoCloseable {

	static final String INNER = "127.0.0.77";

	static final String OUTER = "127.0.0.78";

	private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"),
			Path.of("/usr/local/bin/nginx"), Path.of("/opt/homebrew/bin/nginx"));

	private final Process process;

	final int innerPort;

	final int outerPort;

	private Nginx(Path program, Path directory, int gateway) throws IOException {
		this.innerPort = freePort();
		this.outerPort = freePort();
		Path settings = Files.writeString(directory.resolve("nginx.conf"), """
				daemon off;
				worker_processes 1;
				pid %1$s/pid;
				error_log %1$s/error.log;
				events { worker_connections 256; }
				http {
				  access_log off;
				  client_body_temp_path %1$s/body;
				  proxy_temp_path %1$s/proxy;
				  fastcgi_temp_path %1$s/fastcgi;
				  uwsgi_temp_path %1$s/uwsgi;
				  scgi_temp_path %1$s/scgi;
				  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
				  proxy_set_header X-Forwarded-Proto https;
				  proxy_set_header Host $http_host;
				  server {
				    listen 127.0.0.1:%2$d;
				    listen [::1]:%2$d;
				    location / { proxy_bind %4$s; proxy_pass http://127.0.0.1:%6$d; }
				  }
				  server {
				    listen 127.0.0.1:%3$d;
				    listen [::1]:%3$d;
				    location / { proxy_bind %5$s; proxy_pass http://127.0.0.1:%2$d; }
				  }
				}
				""".formatted(directory, this.innerPort, this.outerPort, INNER, OUTER, gateway));
		this.process = new ProcessBuilder(program.toString(), "-e", directory.resolve("error.log").toString(), "-p",
				directory.toString(), "-c", settings.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("output").toFile())
			.start();
		Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> isUp(this.outerPort));
	}

	static Optional<Path> program() {
		return PLACES.stream().filter(Files::isExecutable).findFirst();
	}

	static Nginx before(int gateway, Path directory) throws IOException {
		return new Nginx(program().orElseThrow(), directory, gateway);
	}

	private boolean isUp(int port) {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("nginx has ended.");
		}
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
			return true;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
