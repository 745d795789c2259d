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
			update sandbox_notification set attempts = attempts + 1,
			    next_attempt = now() + least(60, power(2, least(attempts, 6))) * interval '1 second'
			where event_id in (
			    select event_id from sandbox_notification
			    where delivered_at is null and next_attempt <= now() and attempts < 200
			    order by next_attempt limit 20 for update skip locked)
			returning event_id, body
			""";

	private static final String DELIVERED = """
			update sandbox_notification set delivered_at = now() where event_id = any(:events)
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Notifications(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/** The news of a checkout, to be stored by the transaction that makes it true. */
	Due about(SandboxCheckout checkout, CheckoutState state) {
		String event = "evt_" + UUID.randomUUID();
		return new Due(event, this.json
			.writeValueAsString(new NotificationBody(event, "checkout." + state.code(), checkout.paymentId())));
	}

	Mono<List<Due>> claim() {
		return this.database.sql(CLAIM)
			.map((row) -> new Due(Columns.text(row, "event_id"), Columns.text(row, "body")))
			.all()
			.collectList();
	}

	Mono<Void> delivered(List<Due> notifications) {
		return this.database.sql(DELIVERED)
			.bind("events", notifications.stream().map(Due::eventId).toArray(String[]::new))
			.then();
	}

	/**
	 * One to be delivered.
	 *
	 * @param body as it is sent
	 */
	record Due(String eventId, String body) {
	}

}
