package city.plaza.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service behind the gateway, over real HTTP: remembers what reached it. */
final class Upstream {

	/** What a service was asked. */
	record Request(String method, String path, Map<String, List<String>> headers, int bodyLength, String body) {

		List<String> header(String name) {
			return new Headers(this.headers).getOrDefault(name, List.of());
		}

	}

	private final HttpServer server;

	private final String name;

	private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

	private volatile Answer answer;

	private volatile CountDownLatch frozen = new CountDownLatch(0);

	Upstream(String name) {
		this.name = name;
		this.answer = (request) -> new Reply(200, Map.of(), "{\"from\":\"" + name + "\"}");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String name() {
		return this.name;
	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void answers(Answer answer) {
		this.answer = answer;
	}

	void reset() {
		thaw();
		this.requests.clear();
		this.answer = (request) -> new Reply(200, Map.of(), "{\"from\":\"" + this.name + "\"}");
	}

	void freeze() {
		this.frozen = new CountDownLatch(1);
	}

	void thaw() {
		this.frozen.countDown();
	}

	Request taken() throws InterruptedException {
		Request request = this.requests.poll(5, TimeUnit.SECONDS);
		if (request == null) {
			throw new AssertionError("Nothing reached " + this.name);
		}
		return request;
	}

	int seen() {
		return this.requests.size();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					Map.copyOf(exchange.getRequestHeaders()), body.length, new String(body, StandardCharsets.UTF_8));
			this.requests.add(request);
			this.frozen.await();
			Reply reply = this.answer.to(request);
			byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			reply.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(reply.status(), (text.length == 0) ? -1 : text.length);
			exchange.getResponseBody().write(text);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	interface Answer {

		Reply to(Request request);

	}

	record Reply(int status, Map<String, String> headers, String body) {
	}

}
