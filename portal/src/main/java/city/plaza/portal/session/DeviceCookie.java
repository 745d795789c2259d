package city.plaza.portal.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie by which identity-service knows a device again that signed in before, so
 * that failed tries of others cannot lock its holder out. It is no sign-in, and outlives
 * the session, also signing out.
 */
public final class DeviceCookie {

	static final String NAME = "__Host-plaza-device";

	/** Browsers keep none longer. */
	private static final Duration LIFE = Duration.ofDays(400);

	private DeviceCookie() {
	}

	/**
	 * What the browser is known by.
	 * @param exchange the request
	 * @return null at its first sign-in
	 */
	public static @Nullable String of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	/**
	 * Keeps what the browser is known by from now on.
	 * @param exchange whose response sets it
	 * @param deviceToken identity-service's
	 */
	public static void set(ServerWebExchange exchange, @Nullable String deviceToken) {
		if (deviceToken != null) {
			exchange.getResponse()
				.addCookie(ResponseCookie.from(NAME, deviceToken)
					.path("/")
					.secure(true)
					.httpOnly(true)
					.sameSite("Lax")
					.maxAge(LIFE)
					.build());
		}
	}

}
