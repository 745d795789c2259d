package city.plaza.gateway.route;

import io.micrometer.common.KeyValue;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Counts requests by route: {@code http.server.requests} has the route's id as its
 * {@code uri}. The gateway's own meter would be a second one for each request and knows
 * nothing of what no route was found for.
 */
@Component
class RouteMetrics extends DefaultServerRequestObservationConvention {

	@Override
	protected KeyValue uri(ServerRequestObservationContext context) {
		Object route = context.getAttributes().get(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route instanceof Route found) ? KeyValue.of("uri", found.getId()) : super.uri(context);
	}

}
