package city.plaza.inbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Shows the mails over HTTP: as pages for people and as JSON for programs. */
final class WebServer implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PATH = "/dev/inbox";

	private static final int OK = 200;

	private static final int NOT_FOUND = 404;

	private static final int METHOD_NOT_ALLOWED = 405;

	private final Mailbox mailbox;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	WebServer(Mailbox mailbox, InetSocketAddress address) throws IOException {
		this.mailbox = mailbox;
		this.server = HttpServer.create(address, 0);
		this.server.setExecutor(this.threads);
		this.server.createContext(PATH, this::handle);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
				send(exchange, METHOD_NOT_ALLOWED, "text/plain", "Only GET is allowed here.\n");
			}
			else if (path.equals(PATH) || path.equals(PATH + "/")) {
				send(exchange, OK, "text/html", Pages.list(this.mailbox.newestFirst()));
			}
			else if (path.equals(PATH + "/messages")) {
				send(exchange, OK, "application/json", json(recipient(exchange)));
			}
			else {
				Optional<Mail> mail = this.mailbox.byId(path.substring(path.lastIndexOf('/') + 1));
				send(exchange, mail.isPresent() ? OK : NOT_FOUND, "text/html",
						mail.map(Pages::mail).orElseGet(Pages::notFound));
			}
		}
	}

	private String json(Optional<String> recipient) {
		List<Mail> mails = recipient.map(this.mailbox::to).orElseGet(this.mailbox::newestFirst);
		return JSON.writeValueAsString(mails.stream().map(Message::of).toList());
	}

	private static Optional<String> recipient(HttpExchange exchange) {
		String query = exchange.getRequestURI().getRawQuery();
		return Stream.of((query != null) ? query.split("&", -1) : new String[0])
			.filter(part -> part.startsWith("to="))
			.map(part -> URLDecoder.decode(part.substring(3), StandardCharsets.UTF_8))
			.findFirst();
	}

	private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
		exchange.getResponseHeaders().set("Cache-Control", "no-store");
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		exchange.getResponseHeaders()
			.set("Content-Security-Policy",
					"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'");
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
		if (!head) {
			exchange.getResponseBody().write(bytes);
		}
	}

	/** A mail as programs see it; these fields and no others. */
	private record Message(String messageId, String to, String from, String subject, String text, String html,
			Instant receivedAt) {

		static Message of(Mail mail) {
			return new Message(mail.messageId(), mail.to(), mail.from(), mail.subject(), mail.text(), mail.html(),
					mail.receivedAt());
		}

	}

}
