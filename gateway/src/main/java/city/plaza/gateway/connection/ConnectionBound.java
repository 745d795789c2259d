package city.plaza.gateway.connection;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.gateway.client.ClientNetwork;
import city.plaza.gateway.client.TrustedProxies;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Counts open connections by network, so that one network cannot take them all. */
@Component
class ConnectionBound {

	/** Why a connection is refused, and the status of its only response. */
	enum Refusal {

		TOO_MANY_OF_ONE("too-many-of-one-client", "429 Too Many Requests"),
		TOO_MANY_OF_ALL("too-many-of-all-clients", "503 Service Unavailable");

		private final String reason;

		private final String status;

		Refusal(String reason, String status) {
			this.reason = reason;
			this.status = status;
		}

		String reason() {
			return this.reason;
		}

		String status() {
			return this.status;
		}

	}

	private final ConnectionSettings settings;

	private final TrustedProxies proxies;

	private final AtomicInteger all = new AtomicInteger();

	private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

	ConnectionBound(ConnectionSettings settings, TrustedProxies proxies) {
		this.settings = settings;
		this.proxies = proxies;
	}

	/**
	 * Counts a connection until it is closed.
	 * @param channel just accepted
	 * @return why it is refused, or null
	 */
	@Nullable Refusal enter(Channel channel) {
		int total = this.all.incrementAndGet();
		channel.closeFuture().addListener((closed) -> this.all.decrementAndGet());
		boolean isOneTooMany = !isProxy(channel) && isOneTooMany(channel);
		if (total > this.settings.total()) {
			return Refusal.TOO_MANY_OF_ALL;
		}
		return isOneTooMany ? Refusal.TOO_MANY_OF_ONE : null;
	}

	private boolean isOneTooMany(Channel channel) {
		ClientNetwork client = ClientNetwork.of(channel.remoteAddress());
		boolean isOverNetwork = count(client.network(), channel) > this.settings.perNetwork();
		boolean isOverSite = !client.site().equals(client.network())
				&& count(client.site(), channel) > this.settings.perSite();
		return isOverNetwork || isOverSite;
	}

	private int count(String key, Channel channel) {
		channel.closeFuture()
			.addListener((closed) -> this.open.computeIfPresent(key, (same, count) -> (count > 1) ? count - 1 : null));
		return this.open.merge(key, 1, Integer::sum);
	}

	private boolean isProxy(Channel channel) {
		return channel.remoteAddress() instanceof InetSocketAddress peer && peer.getAddress() != null
				&& this.proxies.trusts(peer.getAddress());
	}

}
