package city.plaza.identity.legacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.limit.Limits;
import city.plaza.identity.limit.Window;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.messages.Language;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Has the address on file mailed that it is the one to register with, once a day. Staff
 * do not see the address, and whoever called them does not either.
 */
@Component
class SendHint {

	/** What the audit trail calls a record. */
	static final String SUBJECT = "legacy-resident";

	private static final Window ONE_A_DAY = new Window(1, Duration.ofDays(1));

	/** Whether the mail is on its way. */
	sealed interface Outcome {

		/** It is. */
		record Sent() implements Outcome {
		}

		/** It is not. */
		sealed interface NotSent extends Outcome {

		}

		/** One was sent within a day. */
		record SentAlready(Duration left) implements NotSent {
		}

		/** There is nothing left to register. */
		record Reclaimed() implements NotSent {
		}

		/** There is no such record. */
		record Unknown() implements NotSent {
		}

	}

	private final LegacyResidents residents;

	private final Limits limits;

	private final KeyedHashes hashes;

	private final Outbox outbox;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	SendHint(LegacyResidents residents, Limits limits, KeyedHashes hashes, Outbox outbox, Audit audit,
			Transactions transactions, Clock clock) {
		this.residents = residents;
		this.limits = limits;
		this.hashes = hashes;
		this.outbox = outbox;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Sends it, unless one was sent within a day.
	 * @param language of the mail; the portal before did not pass on which one its
	 * residents read
	 */
	Mono<Outcome> send(LegacyId id, Language language, Actor by) {
		return this.transactions.inOne(this.residents.lock(id)
			.flatMap((record) -> record.isReclaimed() ? Mono.just(new Outcome.Reclaimed())
					: inTurn(record, language, by))
			.defaultIfEmpty(new Outcome.Unknown()));
	}

	private Mono<Outcome> inTurn(LegacyResident record, Language language, Actor by) {
		return this.limits.take(this.hashes.hash("legacy-hint", record.id().toString()), ONE_A_DAY)
			.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.SentAlready(wait))
					: send(record, language, by));
	}

	private Mono<Outcome> send(LegacyResident record, Language language, Actor by) {
		return Mono.defer(() -> {
			LegacyPerson person = record.person();
			Instant now = this.clock.instant();
			LegacyHintRequested hint = new LegacyHintRequested(UUID.randomUUID(), person.email().value(),
					person.givenName().value(), language.tag(), now);
			return this.outbox.append(hint.event())
				.then(this.audit.record(
						NewEntry.of(by, IdentityAction.HINT_MAILED, SUBJECT, record.id()).with("hint", hint.hintId())))
				.thenReturn(new Outcome.Sent());
		});
	}

}
