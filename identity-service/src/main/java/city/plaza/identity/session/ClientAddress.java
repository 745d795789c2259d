package city.plaza.identity.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request comes from: the one address that the gateway puts into
 * {@code X-Forwarded-For} (it drops what the client wrote there) and that the portal
 * hands on. Who calls past the gateway is inside already; such a caller can only split
 * its own count of failed sign-ins.
 *
 * @param network the address; of IPv6 the first 64 bits, which is what one home has
 */
record ClientAddress(String network) {

	private static final int NETWORK_BYTES = 8;

	private static final ClientAddress UNKNOWN = new ClientAddress("unknown");

	static ClientAddress of(ServerHttpRequest request) {
		String forwarded = request.getHeaders().getFirst("X-Forwarded-For");
		if (forwarded != null) {
			return of(forwarded);
		}
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? of(remote.getAddress()) : UNKNOWN;
	}

	static ClientAddress of(@Nullable String text) {
		if (text == null) {
			return UNKNOWN;
		}
		try {
			return of(InetAddress.ofLiteral(text.strip()));
		}
		catch (IllegalArgumentException ex) {
			return UNKNOWN;
		}
	}

	private static ClientAddress of(InetAddress address) {
		if (address instanceof Inet6Address) {
			byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
			return new ClientAddress(HexFormat.of().formatHex(network) + "/64");
		}
		return new ClientAddress(address.getHostAddress());
	}

}
