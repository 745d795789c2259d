package city.plaza.identity.secondfactor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.OpenedSession;
import city.plaza.identity.session.Session;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Takes the second step of a sign-in. Each try counts before its proof is looked at; the
 * proof is used up and the session opens together or not at all.
 */
@Component
class CompleteSignIn {

	/** Whether the person is signed in. */
	sealed interface Outcome {

		/**
		 * They are.
		 *
		 * @param deviceToken what the device is known by from now on
		 * @param recoveryCodes new ones to show once, where the sign-in added a factor;
		 * else empty
		 */
		record Completed(OpenedSession session, Secret deviceToken, List<Secret> recoveryCodes) implements Outcome {
		}

		/** They are not. */
		enum Refused implements Outcome {

			/** The first step is too old, was completed, or has no try left. */
			ENDED,
			/** The proof is wrong. */
			WRONG,
			/** The code was right, and has been used. */
			USED,
			/** The passkey that was to be added cannot be. */
			UNFIT_PASSKEY

		}

		/**
		 * Too many codes were wrong.
		 *
		 * @param pause until the next try
		 */
		record TooManyTries(Duration pause) implements Outcome {
		}

	}

	private final PendingSignIns pending;

	private final Accounts accounts;

	private final CheckProof checkProof;

	private final AddAtSignIn addAtSignIn;

	private final AdmitHolder admitHolder;

	private final Turns turns;

	private final Transactions transactions;

	private final Clock clock;

	CompleteSignIn(PendingSignIns pending, Accounts accounts, CheckProof checkProof, AddAtSignIn addAtSignIn,
			AdmitHolder admitHolder, Turns turns, Transactions transactions, Clock clock) {
		this.pending = pending;
		this.accounts = accounts;
		this.checkProof = checkProof;
		this.addAtSignIn = addAtSignIn;
		this.admitHolder = admitHolder;
		this.turns = turns;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Completes a sign-in.
	 * @param request with one proof
	 * @param kind of the first step: one begun in an app is not completed in a browser
	 */
	Mono<Outcome> complete(SecondStepRequest request, ClientAddress client, Session.Kind kind) {
		Mono<PendingSignIns.Pending> taken = Mono
			.defer(() -> this.pending.takeTry(request.pendingToken(), kind, this.clock.instant()));
		return this.turns
			.inTurn(taken.flatMap((found) -> this.transactions.inOne(this.accounts.lock(found.account())
				.filter(found::isOf)
				.flatMap((account) -> goOn(found, account, request, client, kind)))))
			.onErrorResume(NotOpened.class, (none) -> Mono.empty())
			.defaultIfEmpty(Outcome.Refused.ENDED);
	}

	private Mono<Outcome> goOn(PendingSignIns.Pending found, Account account, SecondStepRequest request,
			ClientAddress client, Session.Kind kind) {
		Mono<CheckProof.Outcome> proof = found.adds() ? this.addAtSignIn.add(account, request)
				: this.checkProof.check(account, request, client);
		return proof.flatMap((checked) -> switch (checked) {
			case CheckProof.Outcome.Right(var codes) -> open(account, request, kind, codes);
			case CheckProof.Outcome.Refused.WRONG -> Mono.just(Outcome.Refused.WRONG);
			case CheckProof.Outcome.Refused.USED -> Mono.just(Outcome.Refused.USED);
			case CheckProof.Outcome.Refused.UNFIT_PASSKEY -> Mono.just(Outcome.Refused.UNFIT_PASSKEY);
			case CheckProof.Outcome.TooManyTries(var pause) -> Mono.just(new Outcome.TooManyTries(pause));
		});
	}

	private Mono<Outcome> open(Account account, SecondStepRequest request, Session.Kind kind, List<Secret> codes) {
		return this.pending.complete(request.pendingToken(), this.clock.instant())
			.filter(Boolean::booleanValue)
			.flatMap((first) -> this.admitHolder.admit(account, kind, request.deviceToken(), request.remembers()))
			.<Outcome>map((admitted) -> new Outcome.Completed(admitted.session(), admitted.deviceToken(), codes))
			.switchIfEmpty(Mono.error(NotOpened::new));
	}

	/**
	 * The session does not open, such as that of an account that is suspended by now:
	 * what the proof changed is rolled back.
	 */
	private static final class NotOpened extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotOpened() {
			super("The session does not open", null, false, false);
		}

	}

}
