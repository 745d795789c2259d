package city.plaza.billing.access;

import java.time.Instant;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The links known here. What ended stays ended, in whatever order the events are read.
 */
@Repository
class Links {

	private static final String BEGIN = """
			insert into link (link_id, resident_id, customer_number, linked_at)
			values (:link, :resident, :customer, :at)
			on conflict (link_id) do nothing
			""";

	private static final String END = """
			insert into link (link_id, resident_id, customer_number, linked_at, ended_at)
			values (:link, :resident, :customer, :at, :at)
			on conflict (link_id) do update set ended_at = coalesce(link.ended_at, excluded.ended_at)
			""";

	private final DatabaseClient database;

	Links(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> begin(AccountLinked event) {
		return this.database.sql(BEGIN)
			.bind("link", event.linkId())
			.bind("resident", event.residentId().value())
			.bind("customer", event.customerNumber())
			.bind("at", event.linkedAt())
			.then();
	}

	Mono<Void> end(AccountUnlinked event) {
		return end(event.linkId(), event.residentId(), event.customerNumber(), event.unlinkedAt());
	}

	/**
	 * For billing a suspended link is over: should it be granted again, it is another.
	 */
	Mono<Void> end(AccountLinkSuspended event) {
		return end(event.linkId(), event.residentId(), event.customerNumber(), event.suspendedAt());
	}

	private Mono<Void> end(UUID link, ResidentId resident, String customer, Instant at) {
		return this.database.sql(END)
			.bind("link", link)
			.bind("resident", resident.value())
			.bind("customer", customer)
			.bind("at", at)
			.then();
	}

}
