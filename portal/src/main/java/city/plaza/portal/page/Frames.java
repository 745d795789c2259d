package city.plaza.portal.page;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import city.plaza.platform.messages.Language;
import city.plaza.portal.asset.Assets;
import city.plaza.portal.city.CitySettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Makes the frame of a page, the same for content and for errors. */
@Component
class Frames {

	private static final String BEARER = "Bearer ";

	private final CitySettings city;

	private final Assets assets;

	private final Clock clock;

	private final ReactiveJwtDecoder tokens;

	Frames(CitySettings city, Assets assets, Clock clock, ReactiveJwtDecoder tokens) {
		this.city = city;
		this.assets = assets;
		this.clock = clock;
		this.tokens = tokens;
	}

	/** Gives the frame, and makes the CSRF token that the page's forms will hold. */
	Mono<Frame> of(ServerWebExchange exchange) {
		return noteVisitor(exchange).then(Mono.defer(() -> make(exchange)));
	}

	/**
	 * A request may be refused before its token is read, for an old form or for lack of a
	 * role; the page that says so still knows who is signed in. A token that is no good
	 * is nobody's.
	 */
	private Mono<Void> noteVisitor(ServerWebExchange exchange) {
		String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.startsWith(BEARER)
				|| exchange.getAttributes().containsKey(RememberVisitor.ATTRIBUTE)) {
			return Mono.empty();
		}
		return this.tokens.decode(header.substring(BEARER.length()))
			.doOnNext((token) -> exchange.getAttributes().put(RememberVisitor.ATTRIBUTE, Visitor.of(token)))
			.onErrorComplete()
			.then();
	}

	private Mono<Frame> make(ServerWebExchange exchange) {
		@Nullable Visitor visitor = exchange.getAttribute(RememberVisitor.ATTRIBUTE);
		Instant now = this.clock.instant();
		Frame frame = new Frame(this.city, this.assets, visitor, exchange.getRequest().getPath().value(),
				this.city.local(now), Language.of(locale(exchange)), here(exchange.getRequest()),
				(visitor != null) ? visitor.secondsLeft(now) : null);
		// Asked for when the page is written: a sign-in renews it.
		return Mono.defer(() -> exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty()))
			.doOnNext(
					(made) -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, made))
			.thenReturn(frame);
	}

	private static Locale locale(ServerWebExchange exchange) {
		@Nullable Locale locale = exchange.getLocaleContext().getLocale();
		return (locale != null) ? locale : Locale.US;
	}

	/**
	 * Of a form that was sent, the page on which it stands: its own address may take no
	 * GET.
	 */
	private static String here(ServerHttpRequest request) {
		if (HttpMethod.GET.equals(request.getMethod())) {
			return Referrer.pathAndQuery(request.getURI());
		}
		return Referrer.of(request).orElseGet(() -> request.getPath().value());
	}

}
