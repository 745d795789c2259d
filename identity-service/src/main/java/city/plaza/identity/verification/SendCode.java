package city.plaza.identity.verification;

import java.time.Clock;
import java.time.Duration;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Sends a code for a registration, as often as {@link CodeRules} allow. */
@Component
public class SendCode {

	/** Whether a code was sent. */
	public sealed interface Outcome {

		/** A mail is on its way. */
		record Sent() implements Outcome {
		}

		/**
		 * The last code may still be on its way.
		 *
		 * @param pause until another may be sent
		 */
		record TooSoon(Duration pause) implements Outcome {
		}

		/**
		 * The mailbox had its codes of the day.
		 *
		 * @param pause until another may be sent
		 */
		record TooMany(Duration pause) implements Outcome {
		}

	}

	private final VerificationCodes codes;

	private final CodeLimits limits;

	private final WriteCode write;

	private final Transactions transactions;

	private final Clock clock;

	SendCode(VerificationCodes codes, CodeLimits limits, WriteCode write, Transactions transactions, Clock clock) {
		this.codes = codes;
		this.limits = limits;
		this.write = write;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * The first code of a flow. Over the limit of the mailbox no mail goes out, and no
	 * code is right; the client does not learn it.
	 * @param recipient of a new flow
	 * @return completes either way
	 */
	public Mono<Void> first(Recipient recipient, ClientAddress client) {
		return this.transactions.inOne(this.limits.take(recipient.email(), client)
			.flatMap((wait) -> wait.isPositive() ? this.write.unmailed(recipient) : this.write.mailed(recipient)));
	}

	/**
	 * Another code, which ends the one before.
	 * @param recipient of a flow that has not ended
	 * @return whether it was sent
	 */
	public Mono<Outcome> another(Recipient recipient, ClientAddress client) {
		return this.transactions.inOne(this.codes.lock(recipient.flow())
			.then(Mono.defer(() -> this.codes.lastOf(recipient.flow())))
			.flatMap((last) -> {
				Duration pause = CodeRules.pause(this.clock.instant(), last.orElse(null));
				return pause.isPositive() ? Mono.just(new Outcome.TooSoon(pause)) : send(recipient, client);
			}));
	}

	private Mono<Outcome> send(Recipient recipient, ClientAddress client) {
		return this.limits.take(recipient.email(), client)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.TooMany(wait))
					: this.write.mailed(recipient).thenReturn(new Outcome.Sent()));
	}

}
