package city.plaza.identity.registration;

import java.time.Duration;

import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Window;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts the sign-ups, password resets and further codes that one network asks for.
 */
@Component
public class SignUpLimits {

	private static final Duration PERIOD = Duration.ofHours(1);

	/** An IPv6 site has as many networks as it likes. */
	private static final int SITE_FACTOR = 4;

	private final Limits limits;

	private final KeyedHashes hashes;

	private final Window ofNetwork;

	private final Window ofSite;

	SignUpLimits(Limits limits, KeyedHashes hashes, RegistrationSettings settings) {
		this.limits = limits;
		this.hashes = hashes;
		this.ofNetwork = new Window(settings.perNetwork(), PERIOD);
		this.ofSite = new Window(settings.perNetwork() * SITE_FACTOR, PERIOD);
	}

	/**
	 * Counts a request.
	 * @return how long to wait: zero where it is allowed, which then counts
	 */
	public Mono<Duration> take(ClientAddress client) {
		Hash network = this.hashes.hash("sign-up", client.network());
		return this.limits.take(network, this.ofNetwork)
			.flatMap((wait) -> (wait.isPositive() || client.networks().size() == 1) ? Mono.just(wait)
					: takeOfSite(client, network));
	}

	private Mono<Duration> takeOfSite(ClientAddress client, Hash network) {
		return this.limits.take(this.hashes.hash("sign-up", client.site()), this.ofSite)
			.flatMap((wait) -> wait.isPositive() ? this.limits.giveBack(network).thenReturn(wait) : Mono.just(wait));
	}

}
