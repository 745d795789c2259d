package city.plaza.portal.social;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie that binds a sign-in by a provider to this browser; sealed by
 * identity-service. It lives as long as what is in it: first the request to the provider,
 * then the person who came back. Other sites can neither set it nor have it sent along
 * but by leading the browser here.
 */
final class SocialCookie {

	static final String FLOW = "__Host-plaza-provider";

	static final String TICKET = "__Host-plaza-person";

	private static final Duration LIFE = Duration.ofMinutes(20);

	private SocialCookie() {
	}

	static @Nullable String of(ServerWebExchange exchange, String name) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	static void set(ServerWebExchange exchange, String name, String value) {
		exchange.getResponse().addCookie(cookie(name, value, LIFE));
	}

	static void clear(ServerWebExchange exchange, String name) {
		exchange.getResponse().addCookie(cookie(name, "", Duration.ZERO));
	}

	private static ResponseCookie cookie(String name, String value, Duration life) {
		return ResponseCookie.from(name, value)
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(life)
			.build();
	}

}
