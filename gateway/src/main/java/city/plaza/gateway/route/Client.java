package city.plaza.gateway.route;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;

import org.springframework.web.server.ServerWebExchange;

/** Whom a call is made for: an IPv4 address, or the IPv6 network of one household. */
final class Client {

	private static final int NETWORK_BYTES = 8;

	private Client() {
	}

	static String of(ServerWebExchange exchange) {
		InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
		InetAddress address = (remote != null) ? remote.getAddress() : null;
		return switch (address) {
			case null -> "unknown";
			case Inet6Address wide -> HexFormat.of().formatHex(wide.getAddress(), 0, NETWORK_BYTES);
			default -> address.getHostAddress();
		};
	}

}
