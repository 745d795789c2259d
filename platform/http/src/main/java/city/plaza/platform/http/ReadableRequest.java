package city.plaza.platform.http;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses paths, query parameters and forms that cannot be decoded or hold U+0000, which
 * PostgreSQL cannot store.
 */
final class ReadableRequest implements WebFilter, Ordered {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Problem problem = problem(exchange.getRequest().getURI().getRawPath(),
				exchange.getRequest().getURI().getRawQuery());
		return (problem != null) ? Mono.error(problem.asException()) : chain.filter(new ReadableForm(exchange));
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 20;
	}

	static @Nullable Problem problem(String path, @Nullable String query) {
		if (!PercentEncoding.isReadable(path)) {
			return Unreadable.ADDRESS;
		}
		if (query == null || PercentEncoding.isReadable(query)) {
			return null;
		}
		for (String pair : query.split("&", -1)) {
			if (!PercentEncoding.isReadable(pair)) {
				String name = pair.split("=", 2)[0];
				return PercentEncoding.isReadable(name) ? Unreadable.text(name) : Unreadable.ADDRESS;
			}
		}
		return Unreadable.ADDRESS;
	}

}
