package city.plaza.gateway.page;

import java.util.Optional;

import city.plaza.platform.messages.Language;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** The language that a visitor chose in the portal, on this device. */
public final class ChosenLanguage {

	/** As the portal sets it. */
	public static final String COOKIE = "__Host-plaza-language";

	private ChosenLanguage() {
	}

	/**
	 * Reads the choice.
	 * @param request with the cookie
	 * @return empty where none was made, or not one that has texts
	 */
	public static Optional<Language> of(ServerHttpRequest request) {
		return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
			.flatMap((cookie) -> Language.of(cookie.getValue()));
	}

}
