package city.plaza.gateway.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Makes the client's address the request's remote address, so that everything after it
 * (limits, the header that goes inwards) asks one thing only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClientAddressFilter implements WebFilter {

	private final ForwardedFor forwardedFor;

	ClientAddressFilter(ForwardedFor forwardedFor) {
		this.forwardedFor = forwardedFor;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		InetSocketAddress remote = request.getRemoteAddress();
		if (remote == null || remote.getAddress() == null) {
			return chain.filter(exchange);
		}
		InetAddress peer = remote.getAddress();
		InetAddress client = this.forwardedFor.client(peer, request.getHeaders().getOrEmpty(ForwardedFor.HEADER));
		if (client.equals(peer)) {
			return chain.filter(exchange);
		}
		InetSocketAddress address = new InetSocketAddress(client, remote.getPort());
		return chain.filter(exchange.mutate().request(request.mutate().remoteAddress(address).build()).build());
	}

}
