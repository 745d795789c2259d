package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.limit.Limits;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts sign-ins that failed. Each counts before its password is checked and is forgiven
 * when that is right.
 */
@Component
class SignInTries {

	private final Limits limits;

	private final SprayedNetworks networks;

	SignInTries(Limits limits, SprayedNetworks networks) {
		this.limits = limits;
		this.networks = networks;
	}

	/** How long to wait: zero where the try is allowed. */
	Mono<Duration> take(SignInAttempt attempt) {
		if (attempt.isFromKnownDevice()) {
			return this.limits.count(attempt.place(), SignInRules.FROM_ONE_PLACE);
		}
		return this.networks.take(attempt)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait)
					: this.limits.count(attempt.place(), SignInRules.FROM_ONE_PLACE))
			.flatMap((wait) -> wait.isPositive() ? Mono.just(wait) : takeFromEverywhere(attempt));
	}

	/** Refused, it has not failed at its place either. */
	private Mono<Duration> takeFromEverywhere(SignInAttempt attempt) {
		return this.limits.count(attempt.account(), SignInRules.FROM_EVERYWHERE)
			.flatMap((wait) -> wait.isPositive() ? this.limits.giveBack(attempt.place()).thenReturn(wait)
					: Mono.just(wait));
	}

	/** The password was not checked: too many sign in at once. */
	Mono<Void> giveBack(SignInAttempt attempt) {
		return this.limits.giveBack(attempt.place())
			.then(attempt.isFromKnownDevice() ? Mono.empty() : this.limits.giveBack(attempt.account()));
	}

	/**
	 * Within the transaction of the sign-in: few statements, for each holds its
	 * connection.
	 */
	Mono<Void> forgive(SignInAttempt attempt) {
		if (attempt.isFromKnownDevice()) {
			return this.limits.forget(List.of(attempt.place(), attempt.account())).then();
		}
		return this.limits.forget(List.of(attempt.place(), attempt.account(), attempt.accountOfNetwork()))
			.filter((counted) -> counted.contains(attempt.accountOfNetwork()))
			.flatMap((counted) -> this.networks.giveBack(attempt));
	}

}
