package city.plaza.identity.session;

import java.time.Duration;

import city.plaza.identity.limit.Limits;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts sign-ins that failed. Each counts before its password is looked at and is
 * forgiven when that is right.
 */
@Component
class SignInTries {

	private final Limits limits;

	private final SprayedNetworks networks;

	SignInTries(Limits limits, SprayedNetworks networks) {
		this.limits = limits;
		this.networks = networks;
	}

	/** How long to wait: zero where the try may go on. */
	Mono<Duration> take(SignInAttempt attempt) {
		if (attempt.isFromKnownDevice()) {
			return this.limits.count(attempt.place(), SignInRules.FROM_ONE_PLACE);
		}
		return this.networks.take(attempt)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait)
					: this.limits.count(attempt.place(), SignInRules.FROM_ONE_PLACE))
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait)
					: this.limits.count(attempt.account(), SignInRules.FROM_EVERYWHERE));
	}

	/** The password was not looked at: too many sign in at once. */
	Mono<Void> giveBack(SignInAttempt attempt) {
		return this.limits.giveBack(attempt.place())
			.then(attempt.isFromKnownDevice() ? Mono.empty() : this.limits.giveBack(attempt.account()));
	}

	Mono<Void> forgive(SignInAttempt attempt) {
		return this.limits.forget(attempt.place())
			.then(this.limits.forget(attempt.account()))
			.then(attempt.isFromKnownDevice() ? Mono.empty() : this.networks.giveBack(attempt));
	}

}
