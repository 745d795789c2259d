package city.plaza.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the route of an API call before controllers are asked, which have nothing there,
 * and in a loop: a path either matches or does not, so that a chain of operators for each
 * route is work for nothing. What it does not find, Spring's own mapping looks for.
 */
@Component
class ApiRoutes extends RoutePredicateHandlerMapping {

	private static final String API = "/api/v1/";

	private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

	/** Before all others. */
	private static final int FIRST = -10;

	/** They never change, once they are there. */
	private final Mono<List<Route>> routes;

	ApiRoutes(FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
		super(handler, locator, cors, environment);
		this.routes = locator.getRoutes()
			.collectList()
			.cache((found) -> FOREVER, (error) -> Duration.ZERO, () -> Duration.ZERO);
		setOrder(FIRST);
	}

	@Override
	protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
		if (!exchange.getRequest().getURI().getRawPath().startsWith(API)) {
			return Mono.empty();
		}
		return this.routes.mapNotNull((all) -> {
			for (Route route : all) {
				if (matches(route, exchange)) {
					return route;
				}
			}
			return null;
		});
	}

	/** A predicate of paths knows at once; another one is left to Spring's mapping. */
	private static boolean matches(Route route, ServerWebExchange exchange) {
		// The predicate of paths reads it to note whose variables it found.
		exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_PREDICATE_ROUTE_ATTR, route.getId());
		Publisher<Boolean> answer = route.getPredicate().apply(exchange);
		try {
			return answer instanceof Callable<?> known && Boolean.TRUE.equals(known.call());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
