package city.plaza.gateway.filtering;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import city.plaza.gateway.page.ChosenLanguage;
import city.plaza.platform.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Removes every header by which a client could claim an identity or an address that is
 * not its own, and gives each request an id that the services can rely on.
 */
@Component
public class HeaderFilters {

	private static final List<String> REFUSED_PREFIXES = List.of("x-forwarded-", "x-http-method", "x-original-",
			"x-rewrite-", "x-real-ip", "x-client-ip", "x-user", "x-resident", "x-auth", "x-internal", "ce_", "ce-");

	// RFC 6750 and RFC 7519: three parts in URL-safe Base64. Anything else is no
	// token, and the caller is anonymous without a signature being checked.
	private static final Pattern POSSIBLE_TOKEN = Pattern
		.compile("(?i:Bearer) [A-Za-z0-9_-]{1,1024}\\.[A-Za-z0-9_-]{1,4096}\\.[A-Za-z0-9_-]{1,1024}");

	private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

	/** For the API: a bearer token counts, a cookie does not. */
	public GatewayFilter forApi() {
		return (exchange, chain) -> {
			ServerHttpRequest request = exchange.getRequest();
			ServerHttpRequest cleaned = hasPossibleToken(request.getHeaders()) ? clean(request, HttpHeaders.COOKIE)
					: clean(request, HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION);
			return chain.filter(exchange.mutate().request(cleaned).build());
		};
	}

	/** For pages: the session's cookie counts, a token from the browser does not. */
	public GatewayFilter forPages() {
		return (exchange, chain) -> {
			ServerHttpRequest request = exchange.getRequest();
			return chain.filter(exchange.mutate().request(clean(request, HttpHeaders.AUTHORIZATION)).build());
		};
	}

	/**
	 * For pages of others under this address: neither a token nor a cookie counts, but
	 * the language that the visitor chose is known there.
	 */
	public GatewayFilter forForeignPages() {
		return (exchange, chain) -> {
			ServerHttpRequest request = exchange.getRequest();
			ServerHttpRequest cleaned = clean(request, HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION);
			return chain.filter(exchange.mutate().request(withLanguage(cleaned, request)).build());
		};
	}

	private static ServerHttpRequest withLanguage(ServerHttpRequest cleaned, ServerHttpRequest request) {
		return ChosenLanguage.of(request)
			.map((language) -> cleaned.mutate()
				.header(HttpHeaders.COOKIE, ChosenLanguage.COOKIE + "=" + language.tag())
				.build())
			.orElse(cleaned);
	}

	private static boolean hasPossibleToken(HttpHeaders headers) {
		List<String> offered = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
		return offered.size() == 1 && POSSIBLE_TOKEN.matcher(offered.getFirst()).matches();
	}

	private static ServerHttpRequest clean(ServerHttpRequest request, String... refused) {
		return request.mutate().headers((headers) -> {
			List.of(refused).forEach(headers::remove);
			headers.remove("Forwarded");
			List.copyOf(headers.headerNames()).stream().filter(HeaderFilters::isRefused).forEach(headers::remove);
			headers.set(ProblemWriter.REQUEST_ID, requestId(request.getHeaders().getFirst(ProblemWriter.REQUEST_ID)));
		}).build();
	}

	private static boolean isRefused(String header) {
		String name = header.toLowerCase(Locale.ROOT);
		return REFUSED_PREFIXES.stream().anyMatch(name::startsWith);
	}

	private static String requestId(@Nullable String offered) {
		boolean isSafe = offered != null && SAFE_ID.matcher(offered).matches();
		return isSafe ? String.valueOf(offered) : UUID.randomUUID().toString();
	}

}
