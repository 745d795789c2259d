package city.plaza.portal.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/** Where a sign-in leads: to the page that was asked for, or to a form that was kept. */
final class Onward {

	private Onward() {
	}

	/**
	 * Goes on after a sign-in.
	 * @param exchange whose form may hold another that was kept
	 * @param then where to go otherwise
	 */
	static Mono<Rendering> go(ServerWebExchange exchange, CsrfTokens csrf, @Nullable String then) {
		return exchange.getFormData()
			.mapNotNull(KeptForm::from)
			.flatMap((kept) -> csrf.renew(exchange)
				.thenReturn(Rendering.view("session/continue").modelAttribute("kept", kept).build()))
			.switchIfEmpty(Mono.fromSupplier(() -> Pages.seeOther(URI.create(LocalPath.accept(then).orElse("/")))));
	}

	/** Goes to a page of the sign-in, which goes on to the page that was asked for. */
	static Rendering to(String page, @Nullable String then) {
		return Pages.seeOther(address(page, then));
	}

	/** The address of such a page. */
	static URI address(String page, @Nullable String then) {
		return URI.create(LocalPath.accept(then)
			.map((path) -> page + (page.contains("?") ? "&" : "?") + "then="
					+ UriUtils.encode(path, StandardCharsets.UTF_8))
			.orElse(page));
	}

}
