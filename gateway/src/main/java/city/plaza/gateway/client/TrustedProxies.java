package city.plaza.gateway.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The proxies that stand in front of the gateway, as the operator named them. */
@Component
public class TrustedProxies {

	private final List<IpSubnetFilterRule> networks;

	/**
	 * Reads the setting.
	 * @param settings the networks
	 * @throws IllegalArgumentException where one is no network, or names everybody
	 */
	TrustedProxies(ClientSettings settings) {
		this.networks = settings.trustedProxies().stream().map(TrustedProxies::network).toList();
	}

	/** Whether a peer is one of them. */
	public boolean trusts(InetAddress peer) {
		InetSocketAddress address = new InetSocketAddress(peer, 0);
		return this.networks.stream().anyMatch((network) -> network.matches(address));
	}

	private static IpSubnetFilterRule network(String text) {
		String[] parts = text.strip().split("/", 2);
		try {
			// A literal only: a host name would be looked up.
			InetAddress address = InetAddress.ofLiteral(parts[0]);
			int longest = (address instanceof Inet4Address) ? 32 : 128;
			int prefix = (parts.length == 2) ? Integer.parseInt(parts[1]) : longest;
			if (prefix >= 1 && prefix <= longest) {
				return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
			}
		}
		catch (IllegalArgumentException ex) {
			throw notANetwork(text, ex);
		}
		throw notANetwork(text, null);
	}

	private static IllegalArgumentException notANetwork(String text, @Nullable Throwable cause) {
		return new IllegalArgumentException(
				"plaza.gateway.client.trusted-proxies (PLAZA_TRUSTED_PROXIES): \"" + text
						+ "\" is not a network of proxies. Write it like 10.0.0.0/8 or 2001:db8::/64; /0 is refused.",
				cause);
	}

}
