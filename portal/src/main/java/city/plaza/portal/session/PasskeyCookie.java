package city.plaza.portal.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** Binds the challenge for a passkey to the browser that asked for it. */
final class PasskeyCookie {

	static final String NAME = "__Host-plaza-passkey";

	private static final Duration LIFE = Duration.ofMinutes(5);

	private PasskeyCookie() {
	}

	static @Nullable String of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	static void set(ServerWebExchange exchange, String handle) {
		exchange.getResponse().addCookie(cookie(handle).maxAge(LIFE).build());
	}

	static void forget(ServerWebExchange exchange) {
		exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
