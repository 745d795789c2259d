package city.plaza.billing.payment.sandbox;

import java.util.Optional;

import city.plaza.platform.messages.Language;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The language of a payer: as chosen in the portal, or else by the browser's preference.
 */
final class CheckoutLanguage {

	/** As the portal sets it; the gateway lets no other cookie through. */
	private static final String COOKIE = "__Host-plaza-language";

	private CheckoutLanguage() {
	}

	static Language of(ServerHttpRequest request) {
		return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
			.flatMap((cookie) -> Language.of(cookie.getValue()))
			.orElseGet(() -> Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
	}

}
