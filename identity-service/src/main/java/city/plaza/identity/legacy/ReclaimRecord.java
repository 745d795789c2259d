package city.plaza.identity.legacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.identity.completion.PrefillSteps;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives the record of an address to the account that proved it, once. What it knows of
 * phone and address is shown to the resident to be reviewed.
 */
@Component
public class ReclaimRecord {

	private final CutOver cutOver;

	private final ImportTurns turns;

	private final LegacyResidents residents;

	private final PrefillSteps prefill;

	private final Outbox outbox;

	private final Audit audit;

	private final Clock clock;

	ReclaimRecord(CutOver cutOver, ImportTurns turns, LegacyResidents residents, PrefillSteps prefill, Outbox outbox,
			Audit audit, Clock clock) {
		this.cutOver = cutOver;
		this.turns = turns;
		this.residents = residents;
		this.prefill = prefill;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives it to an account whose holder proved the address just now. Runs in the
	 * transaction in which the account gets it.
	 * @param email of the account from now on
	 * @return completes where there is none, too
	 */
	public Mono<Void> by(Account holder, EmailAddress email) {
		return reclaim(holder, email, Actor.of(holder.id().value(), holder.roles()));
	}

	/** The same for an account that has had its address since before. */
	Mono<Void> bySystem(Account holder) {
		return reclaim(holder, holder.email(), Actor.system());
	}

	private Mono<Void> reclaim(Account holder, EmailAddress email, Actor actor) {
		return Mono.defer(() -> {
			if (holder.kind() != Account.Kind.RESIDENT || !this.cutOver.hasBegun()) {
				return Mono.empty();
			}
			Instant now = this.clock.instant();
			return this.turns.shared()
				.then(Mono.defer(() -> this.residents.reclaim(email, holder.id(), now)))
				.flatMap((record) -> follow(record, holder, actor, now));
		});
	}

	private Mono<Void> follow(LegacyResident record, Account holder, Actor actor, Instant now) {
		LegacyPerson person = record.person();
		return this.prefill.prefill(holder.id(), person.phone(), person.address())
			.then(this.outbox
				.append(new LegacyResidentReclaimed(holder.id(), List.copyOf(person.customers()), now).event()))
			.then(this.audit.record(Audit.on(holder.id(), IdentityAction.LEGACY_RESIDENT_RECLAIMED, actor)
				.with("record", record.id())
				.with("customers", person.customers().size())));
	}

}
