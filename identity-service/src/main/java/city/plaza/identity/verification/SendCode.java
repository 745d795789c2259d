package city.plaza.identity.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends a code for a registration, as often as {@link CodeRules} allow.
 */
@Component
public class SendCode {

	/** How it ended. */
	public sealed interface Outcome {

	}

	/** A mail is on its way. */
	public record Sent() implements Outcome {
	}

	/**
	 * The last code may still be on its way.
	 *
	 * @param pause until another may be sent
	 */
	public record TooSoon(Duration pause) implements Outcome {
	}

	/**
	 * The address had its codes of the day.
	 *
	 * @param pause until another may be sent
	 */
	public record TooMany(Duration pause) implements Outcome {
	}

	private final VerificationCodes codes;

	private final WriteCode write;

	private final Transactions transactions;

	private final Clock clock;

	SendCode(VerificationCodes codes, WriteCode write, Transactions transactions, Clock clock) {
		this.codes = codes;
		this.write = write;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * The first code of a registration. Over the limit of the address no mail goes out,
	 * and the registration cannot be confirmed; whoever asks is not told.
	 * @param recipient of a new registration
	 * @return completes either way
	 */
	public Mono<Void> first(Recipient recipient) {
		return this.transactions.inOne(decide(recipient).flatMap((decision) -> switch (decision) {
			case CodeRules.Allowed allowed -> this.write.mailed(recipient);
			case CodeRules.TooSoon tooSoon -> this.write.unmailed(recipient);
			case CodeRules.TooMany tooMany -> this.write.unmailed(recipient);
		}));
	}

	/**
	 * Another code, which ends the one before.
	 * @param recipient of a registration that is not confirmed
	 * @return how it ended
	 */
	public Mono<Outcome> another(Recipient recipient) {
		return this.transactions.inOne(decide(recipient).flatMap((decision) -> switch (decision) {
			case CodeRules.Allowed allowed -> this.write.mailed(recipient).thenReturn(new Sent());
			case CodeRules.TooSoon tooSoon -> Mono.just(new TooSoon(tooSoon.pause()));
			case CodeRules.TooMany tooMany -> Mono.just(new TooMany(tooMany.pause()));
		}));
	}

	private Mono<CodeRules.Decision> decide(Recipient recipient) {
		return this.codes.lock(recipient.email()).then(Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.codes.lastOf(recipient.registration())
				.zipWhen((last) -> this.codes.mailedTo(recipient.email(), now.minus(CodeRules.WINDOW)),
						(last, mailed) -> CodeRules.decide(now, last.orElse(null), mailed));
		}));
	}

}
