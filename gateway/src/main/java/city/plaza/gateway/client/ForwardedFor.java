package city.plaza.gateway.client;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * Reads {@code X-Forwarded-For} from the right, where the nearest proxy has written: each
 * named proxy vouches for the entry that it added, and the first address that is not one
 * of theirs is the client's. What stands left of it was written by the client and is not
 * looked at.
 */
@Component
class ForwardedFor {

	static final String HEADER = "X-Forwarded-For";

	// Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711.
	private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|([0-9.]+):\\d+");

	private final TrustedProxies proxies;

	ForwardedFor(TrustedProxies proxies) {
		this.proxies = proxies;
	}

	/**
	 * Finds the client.
	 * @param peer who opened the connection
	 * @param header all values of the header, in their order
	 * @return the client's address: the peer's own unless it is a named proxy
	 */
	InetAddress client(InetAddress peer, List<String> header) {
		InetAddress client = peer;
		String[] entries = String.join(",", header).split(",", -1);
		for (int at = entries.length - 1; at >= 0 && this.proxies.trusts(client); at--) {
			Optional<InetAddress> before = address(entries[at].strip());
			if (before.isEmpty()) {
				break;
			}
			client = before.get();
		}
		return client;
	}

	private static Optional<InetAddress> address(String entry) {
		Matcher port = WITH_PORT.matcher(entry);
		String literal = port.matches() ? ((port.group(1) != null) ? port.group(1) : port.group(2)) : entry;
		try {
			return Optional.of(InetAddress.ofLiteral(literal));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
