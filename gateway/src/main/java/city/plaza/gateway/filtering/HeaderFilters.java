package city.plaza.gateway.filtering;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	private static final String FIRST_LETTERS = REFUSED_PREFIXES.stream()
		.map((prefix) -> prefix.substring(0, 1))
		.distinct()
		.collect(Collectors.joining());

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
		return offered.size() == 1 && PossibleToken.isIn(offered.getFirst());
	}

	private static ServerHttpRequest clean(ServerHttpRequest request, String... refused) {
		return request.mutate().headers((headers) -> {
			List.of(refused).forEach(headers::remove);
			headers.remove("Forwarded");
			headers.headerNames().stream().filter(HeaderFilters::isRefused).toList().forEach(headers::remove);
			headers.set(ProblemWriter.REQUEST_ID, requestId(request.getHeaders().getFirst(ProblemWriter.REQUEST_ID)));
		}).build();
	}

	private static boolean isRefused(String header) {
		// Most headers begin otherwise, and are not looked at any further.
		return !header.isEmpty() && FIRST_LETTERS.indexOf(Character.toLowerCase(header.charAt(0))) >= 0
				&& hasRefusedPrefix(header.toLowerCase(Locale.ROOT));
	}

	private static boolean hasRefusedPrefix(String name) {
		for (String prefix : REFUSED_PREFIXES) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	private static String requestId(@Nullable String offered) {
		boolean isSafe = offered != null && SAFE_ID.matcher(offered).matches();
		return isSafe ? String.valueOf(offered) : UUID.randomUUID().toString();
	}

}
