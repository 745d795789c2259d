package city.plaza.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import city.plaza.local.api.Client;
import city.plaza.local.api.Poll;
import city.plaza.local.api.UnexpectedAnswer;
import city.plaza.local.terminal.Terminal;

/**
 * The ways from the gateway to each service, which it learns a moment after they are up.
 */
final class Ways {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/** One of each service. */
	private static final List<String> ALL = List.of("/", "/api/v1/me", "/api/v1/customer-links", "/api/v1/payments",
			"/api/v1/notices");

	private final Client visitor;

	private final Terminal terminal;

	Ways(Place place, Terminal terminal) {
		this.visitor = Client.of(URI.create("http://localhost:" + place.ports().gateway()));
		this.terminal = terminal;
	}

	/** Waits until all are known; says so and goes on where one is not in time. */
	void find() throws InterruptedException {
		try {
			for (String way : ALL) {
				Poll.until("the gateway to know the way to " + way, LIMIT, () -> this.visitor.get(way),
						(answer) -> !answer.isOutage());
			}
		}
		catch (UnexpectedAnswer ex) {
			this.terminal.trouble("Not all of it can be reached yet: " + ex.getMessage());
		}
	}

}
