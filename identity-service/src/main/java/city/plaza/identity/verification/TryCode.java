package city.plaza.identity.verification;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Tries a code against the current one of a registration; each try counts. */
@Component
public class TryCode {

	/** Whether it is the code. */
	public sealed interface Outcome {

		/** It is the code, and now it is used. */
		record Right() implements Outcome {
		}

		/** Why the code proves nothing. */
		enum Refused implements Outcome {

			/** It is not the code. */
			WRONG,
			/** The code has been tried {@value CodeRules#TRIES} times. */
			SPENT,
			/** The code is too old. */
			EXPIRED,
			/** The code has been used. */
			USED

		}

	}

	private final VerificationCodes codes;

	private final KeyedHashes hashes;

	private final Transactions transactions;

	private final Clock clock;

	TryCode(VerificationCodes codes, KeyedHashes hashes, Transactions transactions, Clock clock) {
		this.codes = codes;
		this.hashes = hashes;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Tries a code.
	 * @param typed what the person typed
	 * @return whether it is right; the try counts once the transaction around it commits
	 */
	public Mono<Outcome> attempt(CodeFlow flow, Secret typed) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.transactions.inOne(this.codes.takeTry(flow, now)
				.flatMap((code) -> compare(flow, typed, code, now))
				.switchIfEmpty(this.codes.currentOf(flow).map(TryCode::whyNot)));
		});
	}

	private Mono<Outcome> compare(CodeFlow flow, Secret typed, VerificationCodes.Kept kept, Instant now) {
		boolean right = Code.typed(typed).hash(this.hashes, kept.id(), flow).equals(kept.hash());
		return right ? this.codes.use(kept.id(), now).thenReturn(new Outcome.Right())
				: Mono.just(Outcome.Refused.WRONG);
	}

	private static Outcome whyNot(VerificationCodes.Kept code) {
		if (code.usedAt() != null) {
			return Outcome.Refused.USED;
		}
		return (code.tries() >= CodeRules.TRIES) ? Outcome.Refused.SPENT : Outcome.Refused.EXPIRED;
	}

}
