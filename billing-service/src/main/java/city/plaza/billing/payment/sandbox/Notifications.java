package city.plaza.billing.payment.sandbox;

import java.util.List;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The sandbox's notifications, kept until they are delivered. */
@Repository
@ConditionalOnSandbox
class Notifications {

	// Taking one puts its next attempt off, longer each time.
	private static final String CLAIM = """
			UPDATE sandbox_notification SET attempts = attempts + 1,
			    next_attempt = now() + least(60, power(2, least(attempts, 6))) * interval '1 second'
			WHERE event_id IN (
			    SELECT event_id FROM sandbox_notification
			    WHERE delivered_at IS NULL AND next_attempt <= now() AND attempts < 200
			    ORDER BY next_attempt LIMIT 20 FOR UPDATE SKIP LOCKED)
			RETURNING event_id, body
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Notifications(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/** Queues the news of a checkout, in the transaction that makes it true. */
	Mono<Void> queue(SandboxCheckout checkout, CheckoutState state) {
		String event = "evt_" + UUID.randomUUID();
		String body = this.json
			.writeValueAsString(new NotificationBody(event, "checkout." + state.code(), checkout.paymentId()));
		return this.database
			.sql("INSERT INTO sandbox_notification (event_id, checkout_id, body) VALUES (:event, :checkout, :body)")
			.bind("event", event)
			.bind("checkout", checkout.id())
			.bind("body", body)
			.then();
	}

	Mono<List<Due>> claim() {
		return this.database.sql(CLAIM)
			.map((row) -> new Due(Columns.text(row, "event_id"), Columns.text(row, "body")))
			.all()
			.collectList();
	}

	Mono<Void> delivered(Due notification) {
		return this.database.sql("UPDATE sandbox_notification SET delivered_at = now() WHERE event_id = :event")
			.bind("event", notification.eventId())
			.then();
	}

	/**
	 * One to be delivered.
	 */
	record Due(String eventId, String body) {
	}

}
