package city.plaza.gateway.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Whom to count together.
 *
 * @param network what one household has: an IPv4 address, or the first 64 bits of an IPv6
 * address
 * @param site what one customer of a provider may have: an IPv4 address, or the first 48
 * bits of an IPv6 address (RFC 6177)
 */
public record ClientNetwork(String network, String site) {

	private static final int NETWORK_BYTES = 8;

	private static final int SITE_BYTES = 6;

	private static final ClientNetwork UNKNOWN = new ClientNetwork("unknown", "unknown");

	/** Of a request's or connection's remote address; all without one are one client. */
	public static ClientNetwork of(@Nullable SocketAddress remote) {
		return (remote instanceof InetSocketAddress socket && socket.getAddress() != null) ? of(socket.getAddress())
				: UNKNOWN;
	}

	static ClientNetwork of(InetAddress address) {
		if (address instanceof Inet6Address) {
			return new ClientNetwork(prefix(address, NETWORK_BYTES), prefix(address, SITE_BYTES));
		}
		return new ClientNetwork(address.getHostAddress(), address.getHostAddress());
	}

	private static String prefix(InetAddress address, int bytes) {
		return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
	}

}
