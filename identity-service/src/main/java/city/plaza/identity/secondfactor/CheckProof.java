package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.secondfactor.passkey.PasskeyPurpose;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.recovery.RecoveryCodes;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Checks what the second step of a sign-in is taken with, and uses it up. */
@Component
class CheckProof {

	/** What the proof is worth. */
	sealed interface Outcome {

		/**
		 * It is right.
		 *
		 * @param recoveryCodes new ones, where the account had none
		 */
		record Right(List<Secret> recoveryCodes) implements Outcome {
		}

		/** It is not. */
		enum Refused implements Outcome {

			/** It is none of the account's. */
			WRONG,
			/** It was, and has been used. */
			USED,
			/** A passkey that was to be added cannot be. */
			UNFIT_PASSKEY

		}

		/**
		 * It was not looked at: too many codes were wrong.
		 *
		 * @param pause until the next try
		 */
		record TooManyTries(Duration pause) implements Outcome {
		}

	}

	private static final Outcome RIGHT = new Outcome.Right(List.of());

	private final SecondStepTries tries;

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final RecoveryCodes codes;

	private final ReportSecurityChange reportChange;

	CheckProof(SecondStepTries tries, Authenticators authenticators, Passkeys passkeys, RecoveryCodes codes,
			ReportSecurityChange reportChange) {
		this.reportChange = reportChange;
		this.tries = tries;
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.codes = codes;
	}

	/**
	 * Checks it, in the transaction of the sign-in.
	 * @param account locked
	 */
	Mono<Outcome> check(Account account, SecondStepRequest request, ClientAddress client) {
		if (request.recoveryCode() != null) {
			return this.codes.use(account.id(), request.recoveryCode())
				.flatMap((right) -> right
						? this.reportChange.report(account, SecurityChange.RECOVERY_CODE_USED, null).thenReturn(RIGHT)
						: Mono.just(Outcome.Refused.WRONG));
		}
		if (request.totpCode() != null) {
			return checkApp(account, request.totpCode(), this.tries.attempt(account, client, request.deviceToken()));
		}
		if (request.passkey() != null) {
			return this.passkeys
				.check(request.passkey(), PasskeyPurpose.SECOND_STEP, account.id(),
						OpaqueTokens.hash(request.pendingToken()))
				.map((holder) -> RIGHT)
				.defaultIfEmpty(Outcome.Refused.WRONG);
		}
		return Mono.just(Outcome.Refused.WRONG);
	}

	private Mono<Outcome> checkApp(Account account, Secret code, SecondStepTries.Attempt attempt) {
		return this.tries.take(attempt)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.TooManyTries(wait))
					: this.authenticators.check(account.id(), code).flatMap((checked) -> switch (checked) {
						case RIGHT -> this.tries.forgive(attempt).thenReturn(RIGHT);
						case USED -> Mono.just(Outcome.Refused.USED);
						case WRONG, NO_KEY -> Mono.just(Outcome.Refused.WRONG);
					}));
	}

}
