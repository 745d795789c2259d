package city.plaza.portal.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * A sign-in whose second step is to come. It is kept in a cookie of this browser alone,
 * never in an address or a page: no other browser can complete it.
 *
 * @param token identity-service's
 * @param methods that the account can go on with
 */
record PendingSignIn(String token, List<String> methods) {

	static final String COOKIE = "__Host-plaza-second-step";

	private static final Duration LIFE = Duration.ofMinutes(10);

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}(\\.[a-z-]{1,30}){0,6}");

	static Optional<PendingSignIn> of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
		return Optional.ofNullable(cookie)
			.map(HttpCookie::getValue)
			.filter((value) -> FORM.matcher(value).matches())
			.map((value) -> {
				List<String> parts = List.of(value.split("\\."));
				return new PendingSignIn(parts.getFirst(), parts.subList(1, parts.size()));
			});
	}

	void keep(ServerWebExchange exchange) {
		String value = this.token + (this.methods.isEmpty() ? "" : "." + String.join(".", this.methods));
		exchange.getResponse().addCookie(cookie(value).maxAge(LIFE).build());
	}

	static void forget(ServerWebExchange exchange) {
		exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
	}

	boolean adds() {
		return this.methods.contains("add-totp") || addsPasskey();
	}

	/** Whether what is added may be a passkey. */
	boolean addsPasskey() {
		return this.methods.contains("add-passkey");
	}

	boolean has(String method) {
		return this.methods.contains(method);
	}

	/** The page of the second step. */
	String address() {
		return adds() ? "/sign-in/authenticator" : "/sign-in/second-step";
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(COOKIE, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

	@Override
	public String toString() {
		return "PendingSignIn[methods=" + this.methods + "]";
	}

}
