package city.plaza.portal.page;

import java.time.Clock;
import java.util.Locale;

import city.plaza.platform.messages.Language;
import city.plaza.portal.asset.Assets;
import city.plaza.portal.city.CitySettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Makes the frame of a page, the same for content and for errors. */
@Component
class Frames {

	private final CitySettings city;

	private final Assets assets;

	private final Clock clock;

	Frames(CitySettings city, Assets assets, Clock clock) {
		this.city = city;
		this.assets = assets;
		this.clock = clock;
	}

	/** Gives the frame, and makes the CSRF token that the page's forms will hold. */
	Mono<Frame> of(ServerWebExchange exchange) {
		@Nullable Visitor visitor = exchange.getAttribute(RememberVisitor.ATTRIBUTE);
		Frame frame = new Frame(this.city, this.assets, visitor, exchange.getRequest().getPath().value(),
				this.city.local(this.clock.instant()), Language.of(locale(exchange)), here(exchange.getRequest()));
		Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
		return token
			.doOnNext(
					(made) -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, made))
			.thenReturn(frame);
	}

	private static Locale locale(ServerWebExchange exchange) {
		@Nullable Locale locale = exchange.getLocaleContext().getLocale();
		return (locale != null) ? locale : Locale.US;
	}

	private static String here(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		boolean isRead = HttpMethod.GET.equals(request.getMethod()) && query != null;
		return request.getPath().value() + (isRead ? "?" + query : "");
	}

}
