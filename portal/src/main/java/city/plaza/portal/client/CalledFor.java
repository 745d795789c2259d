package city.plaza.portal.client;

import java.time.Duration;

import city.plaza.platform.security.ClientAddress;
import reactor.util.context.ContextView;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;

/**
 * The page that a call is made for.
 *
 * @param client the visitor's network: room is shared by it
 * @param deadline when the page stops waiting, in nanoseconds of the system's timer
 */
record CalledFor(String client, long deadline) {

	private static final String DEADLINE = CalledFor.class.getName() + ".deadline";

	private static final String PROVIDERS = "/sign-in/with/";

	private static final String WITHOUT_PAGE = "the portal itself";

	static CalledFor in(ContextView context, ClientSettings settings) {
		return ServerWebExchangeContextFilter.getExchange(context)
			.map((page) -> new CalledFor(ClientAddress.of(page.getRequest()).network(), deadlineOf(page, settings)))
			.orElseGet(() -> new CalledFor(WITHOUT_PAGE, unlimited()));
	}

	/** What is left of the page's time. */
	Duration timeLeft() {
		return Duration.ofNanos(Math.max(1, this.deadline - System.nanoTime()));
	}

	private static long unlimited() {
		return System.nanoTime() + Duration.ofDays(1).toNanos();
	}

	/** On the way to a provider of sign-in and back, a page waits for the provider. */
	private static HttpMethod methodOf(ServerHttpRequest page) {
		return page.getPath().value().startsWith(PROVIDERS) ? HttpMethod.POST : page.getMethod();
	}

	/** The clock starts with the first call. */
	private static long deadlineOf(ServerWebExchange page, ClientSettings settings) {
		long deadline = System.nanoTime() + settings.timeoutOfAPage(methodOf(page.getRequest())).toNanos();
		return (long) page.getAttributes().computeIfAbsent(DEADLINE, (any) -> deadline);
	}

}
