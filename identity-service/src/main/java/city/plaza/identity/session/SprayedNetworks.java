package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Window;
import city.plaza.identity.secret.Hash;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notices who tries one password on many accounts. A network's accounts are counted, not
 * its tries: a person who mistypes ten times is no attacker.
 */
@Component
class SprayedNetworks {

	private static final List<Window> WINDOWS = List.of(SignInRules.ACCOUNTS_OF_NETWORK, SignInRules.ACCOUNTS_OF_SITE);

	private final Limits limits;

	SprayedNetworks(Limits limits) {
		this.limits = limits;
	}

	/** How long to wait: zero where the try is allowed. */
	Mono<Duration> take(SignInAttempt attempt) {
		return this.limits.take(attempt.accountOfNetwork(), SignInRules.ONCE)
			.flatMap((counted) -> counted.isPositive() ? look(attempt) : takeAll(attempt));
	}

	/** The password was right: an account that was counted does not count. */
	Mono<Void> giveBack(SignInAttempt attempt) {
		return Flux.fromIterable(attempt.networks()).concatMap(this.limits::giveBack).then();
	}

	private Mono<Duration> look(SignInAttempt attempt) {
		return longest(Flux.range(0, attempt.networks().size())
			.concatMap((at) -> this.limits.look(attempt.networks().get(at), WINDOWS.get(at))));
	}

	private Mono<Duration> takeAll(SignInAttempt attempt) {
		// Refused, it was not counted: it has to be the next time.
		return takeFrom(attempt.networks(), 0).flatMap((wait) -> wait.isPositive()
				? this.limits.forget(attempt.accountOfNetwork()).thenReturn(wait) : Mono.just(wait));
	}

	/**
	 * Takes one of each from here on, or none: who is refused in the own network uses up
	 * nothing of the site's.
	 */
	private Mono<Duration> takeFrom(List<Hash> networks, int at) {
		if (at == networks.size()) {
			return Mono.just(Duration.ZERO);
		}
		return this.limits.take(networks.get(at), WINDOWS.get(at))
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait)
					: takeFrom(networks, at + 1).flatMap((wider) -> wider.isPositive()
							? this.limits.giveBack(networks.get(at)).thenReturn(wider) : Mono.just(wider)));
	}

	private static Mono<Duration> longest(Flux<Duration> waits) {
		return waits.reduce(Duration.ZERO, (one, other) -> (one.compareTo(other) < 0) ? other : one);
	}

}
