package city.plaza.gateway.session;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import city.plaza.gateway.client.ClientNetwork;
import city.plaza.gateway.limit.Guesses;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends the portal a bearer token in place of the session's cookie. A session that has
 * ended loses its cookie; the page is then shown as to any visitor.
 */
@Component
public class SessionSwap implements GatewayFilter {

	/** As identity-service makes them: 256 random bits in URL-safe Base64. */
	private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final SessionTokens tokens;

	private final Guesses guesses;

	private final String cookie;

	SessionSwap(SessionTokens tokens, Guesses guesses, SessionSettings settings) {
		this.tokens = tokens;
		this.guesses = guesses;
		this.cookie = settings.cookie();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		HttpCookie session = exchange.getRequest().getCookies().getFirst(this.cookie);
		String sessionToken = (session != null) ? session.getValue() : "";
		watchForChange(exchange, sessionToken);
		if (sessionToken.isBlank()) {
			return chain.filter(exchange);
		}
		if (!WELL_FORMED.matcher(sessionToken).matches()) {
			// No session has such a token: there is no need to ask.
			return relay(exchange, chain, Optional.empty());
		}
		if (this.tokens.knows(sessionToken)) {
			return this.tokens.of(sessionToken).flatMap((token) -> relay(exchange, chain, token));
		}
		return guess(exchange, chain, sessionToken);
	}

	private Mono<Void> guess(ServerWebExchange exchange, GatewayFilterChain chain, String sessionToken) {
		ClientNetwork client = ClientNetwork.of(exchange.getRequest().getRemoteAddress());
		Duration wait = this.guesses.take(client);
		if (!wait.isZero()) {
			return this.guesses.refuse(exchange, wait);
		}
		return this.tokens.of(sessionToken)
			.doOnNext((token) -> token.ifPresent((known) -> this.guesses.giveBack(client)))
			.doOnError((unknown) -> this.guesses.giveBack(client))
			.flatMap((token) -> relay(exchange, chain, token));
	}

	private Mono<Void> relay(ServerWebExchange exchange, GatewayFilterChain chain, Optional<String> token) {
		if (token.isEmpty()) {
			exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> clear(exchange.getResponse())));
		}
		ServerHttpRequest request = exchange.getRequest().mutate().headers((headers) -> {
			token.ifPresent(headers::setBearerAuth);
			withoutSession(headers);
		}).build();
		return chain.filter(exchange.mutate().request(request).build());
	}

	/** The portal needs its own cookies, but has no use for the session's. */
	private void withoutSession(HttpHeaders headers) {
		String others = headers.getOrEmpty(HttpHeaders.COOKIE)
			.stream()
			.flatMap((header) -> java.util.Arrays.stream(header.split(";")))
			.map(String::trim)
			.filter((pair) -> !pair.isEmpty() && !pair.startsWith(this.cookie + "="))
			.reduce((left, right) -> left + "; " + right)
			.orElse("");
		headers.remove(HttpHeaders.COOKIE);
		if (!others.isEmpty()) {
			headers.set(HttpHeaders.COOKIE, others);
		}
	}

	/** A session that a page begins is known from then on; one that it ends is not. */
	private void watchForChange(ServerWebExchange exchange, String sessionToken) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
			if (setsSession(exchange.getResponse())) {
				this.tokens.forget(sessionToken);
				begun(exchange.getResponse()).ifPresent(this.tokens::learn);
			}
		}));
	}

	private void clear(ServerHttpResponse response) {
		if (!setsSession(response)) {
			response.getHeaders().add(HttpHeaders.SET_COOKIE, ended().toString());
		}
	}

	private boolean setsSession(ServerHttpResponse response) {
		return response.getHeaders()
			.getOrEmpty(HttpHeaders.SET_COOKIE)
			.stream()
			.anyMatch((header) -> header.startsWith(this.cookie + "="));
	}

	private Optional<String> begun(ServerHttpResponse response) {
		return response.getHeaders()
			.getOrEmpty(HttpHeaders.SET_COOKIE)
			.stream()
			.filter((header) -> header.startsWith(this.cookie + "="))
			.map((header) -> header.substring(this.cookie.length() + 1).split(";", 2)[0])
			.filter((value) -> WELL_FORMED.matcher(value).matches())
			.findFirst();
	}

	private ResponseCookie ended() {
		return ResponseCookie.from(this.cookie, "")
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(Duration.ZERO)
			.build();
	}

}
