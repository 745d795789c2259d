package city.plaza.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP server that answers in place of the services, by method and path. What it
 * was asked is kept.
 */
final class StubServices {

	private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	StubServices() {
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

	record Asked(String method, String path, @Nullable String query, Map<String, List<String>> headers, String body) {

		@Nullable String header(String name) {
			List<String> values = this.headers.get(name);
			return (values != null) ? values.getFirst() : null;
		}

	}

	record Answer(int status, String type, String body, Map<String, String> headers) {

		static Answer json(int status, String body) {
			return new Answer(status, "application/json", body, Map.of());
		}

		static Answer problem(int status, String code) {
			return problem(status, "{\"code\":\"" + code + "\",\"detail\":\"The service's own words.\"}", Map.of());
		}

		static Answer problem(int status, String body, Map<String, String> headers) {
			return new Answer(status, "application/problem+json", body, headers);
		}

	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void on(String method, String path, Answer answer) {
		on(method, path, (asked) -> answer);
	}

	void on(String method, String path, Function<Asked, Answer> answer) {
		this.answers.put(method + " " + path, answer);
	}

	/** Bills are asked for alone and together: what a test says of one holds for both. */
	void forget() {
		this.answers.clear();
		this.asked.clear();
		on("GET", "/api/v1/bills", this::bills);
	}

	private Answer bills(Asked asked) {
		List<Answer> each = Arrays.stream(String.valueOf(asked.query()).split("&"))
			.map((parameter) -> "GET /api/v1/bills/" + parameter.substring(parameter.indexOf('=') + 1))
			.flatMap((one) -> Stream.ofNullable(this.answers.get(one)))
			.map((answer) -> answer.apply(asked))
			.toList();
		return each.stream()
			.filter((answer) -> answer.status() >= 500)
			.findFirst()
			.orElseGet(() -> Answer.json(200,
					each.stream().map(Answer::body).collect(Collectors.joining(",", "{\"items\":[", "]}"))));
	}

	List<Asked> asked(String method, String path) {
		return this.asked.stream().filter((each) -> each.method().equals(method) && each.path().equals(path)).toList();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Asked request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					exchange.getRequestURI().getQuery(), Map.copyOf(exchange.getRequestHeaders()),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			this.asked.add(request);
			Answer answer = this.answers
				.getOrDefault(request.method() + " " + request.path(), (any) -> Answer.problem(404, "not-found"))
				.apply(request);
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", answer.type());
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(answer.status(), (body.length > 0) ? body.length : -1);
			if (body.length > 0) {
				exchange.getResponseBody().write(body);
			}
		}
	}

}
