package city.plaza.gateway.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Passes the address of the caller to the services, in one header. Every forwarding
 * header that came from outside was dropped before.
 */
@Component
class ForwardedForInwards implements HttpHeadersFilter, Ordered {

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(input);
		headers.remove(ForwardedFor.HEADER);
		InetSocketAddress client = exchange.getRequest().getRemoteAddress();
		if (client != null && client.getAddress() != null) {
			headers.set(ForwardedFor.HEADER, withoutScope(client.getAddress()).getHostAddress());
		}
		return headers;
	}

	// The name of our own network card (fe80::1%eth0) means nothing elsewhere.
	private static InetAddress withoutScope(InetAddress address) {
		try {
			return InetAddress.getByAddress(address.getAddress());
		}
		catch (UnknownHostException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	@Override
	public boolean supports(Type type) {
		return type == Type.REQUEST;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
