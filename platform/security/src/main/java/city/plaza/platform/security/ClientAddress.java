package city.plaza.platform.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request comes from: the one address that the gateway puts into
 * {@code X-Forwarded-For} (it drops what the client wrote there) and that the portal
 * relays. A caller that reaches a service past the gateway is inside already; such a
 * caller can only split its own counters.
 *
 * @param network what one household has: an IPv4 address, or the first 64 bits of an IPv6
 * address
 * @param site what one customer of a provider may have: an IPv4 address, or the first 48
 * bits of an IPv6 address (RFC 6177)
 */
public record ClientAddress(String network, String site) {

	private static final int NETWORK_BYTES = 8;

	private static final int SITE_BYTES = 6;

	private static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

	/**
	 * The address of a request.
	 * @param request as it reached the service
	 * @return its address; a fixed one where none can be read
	 */
	public static ClientAddress of(ServerHttpRequest request) {
		String forwarded = request.getHeaders().getFirst("X-Forwarded-For");
		if (forwarded != null) {
			return of(forwarded);
		}
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? of(remote.getAddress()) : UNKNOWN;
	}

	/**
	 * The address of a literal.
	 * @param text an IPv4 or IPv6 literal
	 * @return its address; a fixed one where the text is none
	 */
	public static ClientAddress of(@Nullable String text) {
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

	/** The keys to count by, the narrowest first; each once. */
	public List<String> networks() {
		return this.network.equals(this.site) ? List.of(this.network) : List.of(this.network, this.site);
	}

	private static ClientAddress of(InetAddress address) {
		if (address instanceof Inet6Address) {
			return new ClientAddress(prefix(address, NETWORK_BYTES), prefix(address, SITE_BYTES));
		}
		return new ClientAddress(address.getHostAddress(), address.getHostAddress());
	}

	private static String prefix(InetAddress address, int bytes) {
		return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
	}

}
