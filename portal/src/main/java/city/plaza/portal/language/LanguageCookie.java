package city.plaza.portal.language;

import java.time.Duration;
import java.util.Optional;

import city.plaza.platform.messages.Language;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** Remembers the language that was chosen on this device, signed in or not. */
final class LanguageCookie {

	static final String NAME = "__Host-plaza-language";

	private static final Duration LIFE = Duration.ofDays(400);

	private LanguageCookie() {
	}

	static Optional<Language> of(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
		return (cookie != null) ? Language.of(cookie.getValue()) : Optional.empty();
	}

	static void set(ServerWebExchange exchange, Language language) {
		exchange.getResponse()
			.addCookie(ResponseCookie.from(NAME, language.tag())
				.path("/")
				.secure(true)
				.httpOnly(true)
				.sameSite("Lax")
				.maxAge(LIFE)
				.build());
	}

}
