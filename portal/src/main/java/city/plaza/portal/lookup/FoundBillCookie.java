package city.plaza.portal.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import city.plaza.portal.lookup.BillLookups.Lookup;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * By what the page of a bill that was found is shown again: the service's random id, in a
 * cookie of a short life. The address of the page says nothing and is of no use to
 * others.
 */
final class FoundBillCookie {

	static final String NAME = "__Host-plaza-bill";

	private FoundBillCookie() {
	}

	/** The id of the lookup; empty where there can be none. */
	static Optional<String> of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
		return Optional.ofNullable(cookie)
			.map(HttpCookie::getValue)
			.filter((value) -> value.matches("[A-Za-z0-9_-]{20,100}"));
	}

	static void set(ServerWebExchange exchange, Lookup found, Instant now) {
		exchange.getResponse().addCookie(cookie(found.id(), Duration.between(now, found.expiresAt())));
	}

	static void clear(ServerWebExchange exchange) {
		exchange.getResponse().addCookie(cookie("", Duration.ZERO));
	}

	private static ResponseCookie cookie(String value, Duration life) {
		return ResponseCookie.from(NAME, value)
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(life.isNegative() ? Duration.ZERO : life)
			.build();
	}

}
