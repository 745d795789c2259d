package city.plaza.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What the tests of this service do again and again. */
@Component
@Lazy
public final class NotificationFixture {

	private final TestEvents events;

	private final DatabaseClient database;

	private final Seal seal;

	NotificationFixture(TestEvents events, DatabaseClient database, Seal seal) {
		this.events = events;
		this.database = database;
		this.seal = seal;
	}

	public static String newAddress() {
		return "reader-" + UUID.randomUUID() + "@example.org";
	}

	/** A golden sample with some fields replaced. */
	public static String sample(String topic, String type, Map<String, String> changes) {
		ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(GoldenSamples.sample(topic, type));
		changes.forEach(body::put);
		return body.toString();
	}

	/** The body of a request for a code, sealed as identity-service seals it. */
	public String request(String address, String code, Duration worksFor) {
		return request(UUID.randomUUID(), address, code, worksFor);
	}

	public String request(UUID registration, String address, String code, Duration worksFor) {
		String id = UUID.randomUUID().toString();
		return sample("identity.verification", "VerificationCodeRequested",
				Map.of("verificationId", id, "registrationId", registration.toString(), "email", address, "sealedCode",
						this.seal.close(code, id), "expiresAt", Instant.now().plus(worksFor).toString()));
	}

	public UUID askForCode(String address, String code) {
		return this.events.publish("identity.verification", UUID.randomUUID().toString(), "VerificationCodeRequested",
				request(address, code, Duration.ofMinutes(10)));
	}

	public void register(UUID resident, String address) {
		register(resident, address, "en");
	}

	public void register(UUID resident, String address, String language) {
		this.events.publish("identity.residents", resident.toString(), "ResidentRegistered",
				sample("identity.residents", "ResidentRegistered",
						Map.of("residentId", resident.toString(), "email", address, "language", language)));
	}

	public UUID publishPayment(String type, UUID resident, Map<String, String> changes) {
		Map<String, String> all = new HashMap<>(changes);
		all.put("residentId", resident.toString());
		String payment = UUID.randomUUID().toString();
		all.put("paymentId", payment);
		return this.events.publish("billing.payments", payment, type, sample("billing.payments", type, all));
	}

	/** Waits until an event's notice has come so far. */
	public NoticeRow awaitState(UUID eventId, String state) {
		return Awaitility.await("the notice of " + eventId + " to be " + state)
			.atMost(Duration.ofSeconds(30))
			.until(() -> notice(eventId), (row) -> row.state().equals(state));
	}

	public NoticeRow notice(UUID eventId) {
		return this.database
			.sql("select id, state, tries, failure, sealed_code, row_to_json(n)::text as whole "
					+ "from notice n where event_id = :event")
			.bind("event", eventId)
			.map((row) -> new NoticeRow(row.get("id", UUID.class), row.get("state", String.class),
					row.get("tries", Integer.class), String.valueOf(row.get("failure", String.class)),
					row.get("sealed_code", String.class) != null, row.get("whole", String.class)))
			.one()
			.defaultIfEmpty(new NoticeRow(new UUID(0, 0), "absent", 0, "", false, ""))
			.block();
	}

	public long countNotices(UUID eventId) {
		return this.database.sql("select count(*) as n from notice where event_id = :event")
			.bind("event", eventId)
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
	}

	/** Waits until a stream is read up to here: a code asked for later has its mail. */
	public void awaitDelivered(UUID eventId) {
		awaitState(eventId, "delivered");
	}

	/** A notice as it is stored. */
	public record NoticeRow(UUID id, String state, int tries, String failure, boolean hasCode, String whole) {
	}

}
