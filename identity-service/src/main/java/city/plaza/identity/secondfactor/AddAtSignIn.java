package city.plaza.identity.secondfactor;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Adds the authenticator app that an account has to have, in the middle of its first
 * sign-in. An account that has a factor by now adds none this way.
 */
@Component
class AddAtSignIn {

	private final PendingSignIns pending;

	private final Factors factors;

	private final AddAuthenticator addAuthenticator;

	private final Clock clock;

	AddAtSignIn(PendingSignIns pending, Factors factors, AddAuthenticator addAuthenticator, Clock clock) {
		this.pending = pending;
		this.factors = factors;
		this.addAuthenticator = addAuthenticator;
		this.clock = clock;
	}

	/** What to set the app up with; empty where the sign-in is over or adds none. */
	Mono<Authenticators.Setup> begin(Secret pendingToken, Session.Kind kind) {
		return Mono.defer(() -> this.pending.find(pendingToken, kind, this.clock.instant()))
			.filter(PendingSignIns.Pending::adds)
			.filterWhen((found) -> this.factors.of(found.account()).map((held) -> !held.any()))
			.flatMap((found) -> this.addAuthenticator.begin(found.account()));
	}

	/** Adds it; empty where the account has a factor. */
	Mono<CheckProof.Outcome> add(Account account, @Nullable Secret code) {
		return this.factors.of(account.id())
			.filter((held) -> !held.any() && code != null)
			.flatMap((held) -> this.addAuthenticator.confirm(account.id(), (code != null) ? code : Secret.of("")))
			.flatMap((outcome) -> switch (outcome) {
				case AddAuthenticator.Outcome.Added(var codes) -> Mono.just(new CheckProof.Outcome.Right(codes));
				case AddAuthenticator.Outcome.Refused.WRONG_CODE -> Mono.just(CheckProof.Outcome.Refused.WRONG);
				case AddAuthenticator.Outcome.Refused.NOT_BEGUN -> Mono.<CheckProof.Outcome>empty();
			});
	}

}
