package city.plaza.accountlink.dispute;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The rights to dispute links. */
@Repository
public class Disputes {

	/** Nothing where a mail of the last day still does. */
	private static final String ALLOW = """
			insert into link_dispute (id, token_digest, customer_number, resident_id, told_resident_id, created_at,
			  expires_at)
			select :id, :digest, :customer, :resident, :notified, :now, :expiresAt
			where not exists (
			  select from link_dispute where resident_id = :resident and customer_number = :customer
			    and told_resident_id = :notified and created_at > :since and used_at is null)
			""";

	private static final String USE = """
			update link_dispute set used_at = coalesce(used_at, :now)
			where token_digest = :digest and expires_at > :now
			returning id, customer_number, resident_id, told_resident_id, expires_at, used_at = :now as first_use
			""";

	private static final String FORGET = """
			delete from link_dispute where id in (
			  select id from link_dispute where expires_at <= :now order by expires_at limit 100
			  for update skip locked)
			""";

	private final DatabaseClient database;

	private final DisputeSettings settings;

	private final Clock clock;

	Disputes(DatabaseClient database, DisputeSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Gives a resident of an account the right to dispute another's link to it.
	 * @param notified who may dispute it
	 * @return the right with its token, which is not kept; empty if there is one already
	 */
	public Mono<Allowed> allow(CustomerNumber customerNumber, ResidentId resident, ResidentId notified) {
		Instant now = now();
		Dispute dispute = new Dispute(DisputeId.next(), customerNumber, resident, notified,
				now.plus(this.settings.life()));
		DisputeToken token = DisputeToken.next();
		return this.database.sql(ALLOW)
			.bind("id", dispute.id().value())
			.bind("digest", token.digest())
			.bind("customer", customerNumber.value())
			.bind("resident", resident.value())
			.bind("notified", notified.value())
			.bind("now", now)
			.bind("expiresAt", dispute.expiresAt())
			.bind("since", now.minus(this.settings.pause()))
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.map((rows) -> new Allowed(dispute, token));
	}

	/**
	 * Uses a right, in a transaction.
	 * @param token as the mail had it
	 * @return the right; without a value inside if it was used before; empty if there is
	 * none, or none any more
	 */
	public Mono<Optional<Dispute>> use(DisputeToken token) {
		Instant now = now();
		return this.database.sql(USE)
			.bind("digest", token.digest())
			.bind("now", now)
			.map((row) -> Columns.flag(row, "first_use") ? Optional.of(dispute(row)) : Optional.<Dispute>empty())
			.one()
			.delayUntil((used) -> this.database.sql(FORGET).bind("now", now).then());
	}

	private static Dispute dispute(Readable row) {
		return new Dispute(new DisputeId(Columns.required(row, "id", UUID.class)),
				new CustomerNumber(Columns.text(row, "customer_number")),
				new ResidentId(Columns.required(row, "resident_id", UUID.class)),
				new ResidentId(Columns.required(row, "told_resident_id", UUID.class)),
				Columns.required(row, "expires_at", Instant.class));
	}

	private Instant now() {
		return this.clock.instant();
	}

	/**
	 * A new right.
	 *
	 * @param token for the mail alone
	 */
	public record Allowed(Dispute dispute, DisputeToken token) {
	}

}
