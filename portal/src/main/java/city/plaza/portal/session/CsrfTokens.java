package city.plaza.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import city.plaza.portal.page.PageExpired;
import reactor.core.publisher.Mono;

import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The tokens that show that a form came from this portal: in a cookie no other host can
 * write, and masked anew in each page so that compression reveals nothing.
 */
@Component
public class CsrfTokens {

	static final String COOKIE = "__Host-plaza-form";

	private final XorServerCsrfTokenRequestAttributeHandler handler = new XorServerCsrfTokenRequestAttributeHandler();

	private final CookieServerCsrfTokenRepository repository = new CookieServerCsrfTokenRepository();

	CsrfTokens() {
		this.repository.setCookieName(COOKIE);
		this.repository.setCookiePath("/");
		this.repository.setCookieCustomizer((cookie) -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
	}

	ServerCsrfTokenRepository repository() {
		return this.repository;
	}

	XorServerCsrfTokenRequestAttributeHandler handler() {
		return this.handler;
	}

	/**
	 * Makes a new token, for a form in the response to a sign-in.
	 * @param exchange whose response sets it
	 * @return completes when the forms of this response will hold it
	 */
	Mono<Void> renew(ServerWebExchange exchange) {
		exchange.getResponse().getCookies().remove(COOKIE);
		return this.repository.generateToken(exchange)
			.flatMap((token) -> this.repository.saveToken(exchange, token).thenReturn(token))
			.doOnNext((token) -> this.handler.handle(exchange, Mono.just(token)))
			.then();
	}

	/**
	 * Checks a token by hand, for a form whose body is a stream and must not be read
	 * before it is known to be ours.
	 * @param exchange the request
	 * @param masked the form's hidden field
	 * @return completes if it fits; else {@link PageExpired}
	 */
	public Mono<Void> check(ServerWebExchange exchange, String masked) {
		return this.repository.loadToken(exchange)
			.filterWhen((expected) -> fits(exchange, masked, expected))
			.switchIfEmpty(Mono.error(PageExpired::new))
			.then();
	}

	private Mono<Boolean> fits(ServerWebExchange exchange, String masked, CsrfToken expected) {
		ServerWebExchange asHeader = exchange.mutate()
			.request((request) -> request.header(expected.getHeaderName(), masked))
			.build();
		return this.handler.resolveCsrfTokenValue(asHeader, expected)
			.map((sent) -> MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8),
					expected.getToken().getBytes(StandardCharsets.UTF_8)))
			.defaultIfEmpty(false);
	}

}
