package city.plaza.identity.secondfactor;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.secondfactor.passkey.CreationOptions;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Adds the factor that an account has to have, an authenticator app or a passkey, in the
 * middle of its first sign-in. An account that has a factor by now adds none this way.
 */
@Component
class AddAtSignIn {

	private final PendingSignIns pending;

	private final Factors factors;

	private final AddAuthenticator addAuthenticator;

	private final AddPasskey addPasskey;

	private final Clock clock;

	AddAtSignIn(PendingSignIns pending, Factors factors, AddAuthenticator addAuthenticator, AddPasskey addPasskey,
			Clock clock) {
		this.pending = pending;
		this.factors = factors;
		this.addAuthenticator = addAuthenticator;
		this.addPasskey = addPasskey;
		this.clock = clock;
	}

	/** What to set the app up with; empty where the sign-in is over or adds none. */
	Mono<Authenticators.Setup> begin(Secret pendingToken, Session.Kind kind) {
		return adding(pendingToken, kind).flatMap((found) -> this.addAuthenticator.begin(found.account()));
	}

	/** What the browser needs for a passkey; empty as above. */
	Mono<CreationOptions> beginPasskey(Secret pendingToken, Session.Kind kind) {
		return adding(pendingToken, kind)
			.flatMap((found) -> this.addPasskey.begin(found.account(), OpaqueTokens.hash(pendingToken)));
	}

	private Mono<PendingSignIns.Pending> adding(Secret pendingToken, Session.Kind kind) {
		return Mono.defer(() -> this.pending.find(pendingToken, kind, this.clock.instant()))
			.filter(PendingSignIns.Pending::adds)
			.filterWhen((found) -> this.factors.of(found.account()).map((held) -> !held.any()));
	}

	/** Adds it; empty where the account has a factor, or the proof is of another kind. */
	Mono<CheckProof.Outcome> add(Account account, SecondStepRequest request) {
		return this.factors.of(account.id())
			.filter((held) -> !held.any())
			.flatMap((held) -> addProved(account, request));
	}

	private Mono<CheckProof.Outcome> addProved(Account account, SecondStepRequest request) {
		OwnPasskeyController.NewPasskey passkey = request.newPasskey();
		if (passkey != null) {
			return addPasskey(account, passkey, request.pendingToken());
		}
		return Mono.justOrEmpty(request.totpCode()).flatMap((code) -> addApp(account, code));
	}

	private Mono<CheckProof.Outcome> addApp(Account account, Secret code) {
		return this.addAuthenticator.confirm(account.id(), code).flatMap((outcome) -> switch (outcome) {
			case AddAuthenticator.Outcome.Added(var codes) -> Mono.just(new CheckProof.Outcome.Right(codes));
			case AddAuthenticator.Outcome.Refused.WRONG_CODE -> Mono.just(CheckProof.Outcome.Refused.WRONG);
			case AddAuthenticator.Outcome.Refused.NOT_BEGUN -> Mono.<CheckProof.Outcome>empty();
		});
	}

	private Mono<CheckProof.Outcome> addPasskey(Account account, OwnPasskeyController.NewPasskey passkey,
			Secret pendingToken) {
		return this.addPasskey
			.add(account.id(), passkey.credential(), String.valueOf(passkey.name()), OpaqueTokens.hash(pendingToken))
			.flatMap((outcome) -> switch (outcome) {
				case AddPasskey.Outcome.Added(var codes) -> Mono.just(new CheckProof.Outcome.Right(codes));
				case AddPasskey.Outcome.Refused.WRONG -> Mono.just(CheckProof.Outcome.Refused.UNFIT_PASSKEY);
				case AddPasskey.Outcome.Refused.TOO_MANY -> Mono.<CheckProof.Outcome>empty();
			});
	}

}
