package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP server on a port of its own, in place of a service: it responds as a test
 * says and keeps what it was asked. Each request has a thread of its own, so that one
 * that waits holds up no other.
 */
public final class StubServer implements AutoCloseable {

	private final HttpServer server;

	private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

	private final Responder responder;

	/**
	 * Starts it.
	 * @param responder called for every request, in parallel
	 */
	public StubServer(Responder responder) {
		this.responder = responder;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/** Such as {@code http://127.0.0.1:40123}. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + port());
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	/** What it was asked so far, in the order in which it was read. */
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	/** Forgets what it was asked. */
	public void forget() {
		this.requests.clear();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Request request = new Request(exchange.getRemoteAddress(), exchange.getRequestMethod(),
					exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			this.requests.add(request);
			Response response = this.responder.respondTo(request);
			if (response != null) {
				write(response, exchange);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void write(Response response, HttpExchange exchange) throws IOException {
		byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
		response.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(response.status(), (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	/** Decides what a request gets. */
	@FunctionalInterface
	public interface Responder {

		/**
		 * Responds.
		 * @return null breaks the connection off
		 */
		@Nullable Response respondTo(Request request) throws IOException, InterruptedException;

	}

	/**
	 * What was asked.
	 *
	 * @param client where it came from
	 * @param uri as it was called: path and query
	 */
	public record Request(InetSocketAddress client, String method, URI uri, Map<String, List<String>> headers,
			String body) {

		public String path() {
			return this.uri.getPath();
		}

		/** The first value of a header, in any case; empty where there is none. */
		public String header(String name) {
			String value = new Headers(this.headers).getFirst(name);
			return (value != null) ? value : "";
		}

	}

	/** What it gets. */
	public record Response(int status, Map<String, String> headers, String body) {

		/** Without a body. */
		public static Response of(int status) {
			return new Response(status, Map.of(), "");
		}

		public static Response json(int status, String body) {
			return new Response(status, Map.of("Content-Type", "application/json"), body);
		}

	}

}
