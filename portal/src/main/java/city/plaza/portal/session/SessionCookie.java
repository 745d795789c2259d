package city.plaza.portal.session;

import java.time.Duration;

import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie that holds a browser's session: opaque, exchanged by the gateway for a
 * short-lived token. It lives as long as the browser is open; the session itself ends
 * earlier.
 */
public final class SessionCookie {

	static final String NAME = "__Host-plaza";

	private SessionCookie() {
	}

	/**
	 * Signs the browser in. The CSRF token of the time before is dropped.
	 * @param exchange whose response sets it
	 * @param sessionToken identity-service's
	 */
	public static void set(ServerWebExchange exchange, String sessionToken) {
		exchange.getResponse().addCookie(cookie(NAME, sessionToken).build());
		drop(exchange, CsrfTokens.COOKIE);
	}

	/**
	 * Forgets the session in this browser.
	 * @param exchange whose response does
	 */
	public static void clear(ServerWebExchange exchange) {
		drop(exchange, NAME);
		drop(exchange, CsrfTokens.COOKIE);
	}

	private static void drop(ServerWebExchange exchange, String name) {
		exchange.getResponse().addCookie(cookie(name, "").maxAge(Duration.ZERO).build());
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
		return ResponseCookie.from(name, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
