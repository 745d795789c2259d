package city.plaza.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import city.plaza.local.suite.Http;
import city.plaza.local.terminal.Terminal;

/**
 * The routes from the gateway to each service, which it learns a moment after they are
 * up.
 */
final class Routes {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final long PAUSE_MILLIS = 150;

	/** One of each service. */
	private static final List<String> PATHS = List.of("/", "/api/v1/me", "/api/v1/customer-links", "/api/v1/payments",
			"/api/v1/notices");

	private static final List<Integer> OUTAGES = List.of(502, 503, 504);

	private final String gateway;

	private final Terminal terminal;

	Routes(String gateway, Terminal terminal) {
		this.gateway = gateway;
		this.terminal = terminal;
	}

	/** Waits until all are known; reports the one that is not in time. */
	void await() throws InterruptedException {
		Instant end = Instant.now().plus(TIMEOUT);
		for (String path : PATHS) {
			while (!isKnown(path)) {
				if (Instant.now().isAfter(end)) {
					this.terminal
						.error("The gateway does not reach " + path + " yet, after " + TIMEOUT.toSeconds() + " s.");
					return;
				}
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
	}

	private boolean isKnown(String path) {
		try {
			return !OUTAGES.contains(Http.status(this.gateway + path));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
