package city.plaza.gateway.session;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
 * ended loses its cookie; the page is then shown as to anybody.
 */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class SessionSwap implements GatewayFilter {

	/** As identity-service makes them: 256 random bits in URL-safe Base64. */
	private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final SessionTokens tokens;

	private final String cookie;

	SessionSwap(SessionTokens tokens, SessionSettings settings) {
		this.tokens = tokens;
		this.cookie = settings.cookie();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		HttpCookie session = exchange.getRequest().getCookies().getFirst(this.cookie);
		if (session == null || session.getValue().isBlank()) {
			return chain.filter(exchange);
		}
		String sessionToken = session.getValue();
		if (!WELL_FORMED.matcher(sessionToken).matches()) {
			// No session was ever called so: nobody needs to be asked.
			return relay(exchange, chain, Optional.empty());
		}
		forgetOnceChanged(exchange, sessionToken);
		return this.tokens.of(sessionToken).flatMap((token) -> relay(exchange, chain, token));
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

	private void forgetOnceChanged(ServerWebExchange exchange, String sessionToken) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
			if (setsSession(exchange.getResponse())) {
				this.tokens.forget(sessionToken);
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
