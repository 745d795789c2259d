package city.plaza.billing.payment;

import java.util.Objects;

import city.plaza.billing.access.ResidentId;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Keeps the response to each idempotency key of a resident. */
@Repository
class PaymentRequests {

	private static final String KEEP = """
			update payment_request set answer = coalesce(answer, :answer)
			where resident_id = :resident and idempotency_key = :key returning answer
			""";

	private static final String REDIRECT = """
			with redirected as (
			    update payment set state = :to, checkout_url = :page, expires_at = :expiresAt, next_check_at = :nextCheckAt
			    where payment_id = :id and state = :from returning payment_id)
			update payment_request r set answer = coalesce(r.answer, :answer) from redirected p
			where r.resident_id = :resident and r.idempotency_key = :key and r.payment_id = p.payment_id
			returning r.answer
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	PaymentRequests(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Keeps the response, unless one was kept before.
	 * @return the response to give, the same for ever
	 */
	Mono<StartedPayment> keep(ResidentId resident, String key, StartedPayment response) {
		return this.database.sql(KEEP)
			.bind("answer", this.json.writeValueAsString(response))
			.bind("resident", resident.value())
			.bind("key", key)
			.map((row) -> read(Columns.text(row, "answer")))
			.one();
	}

	/**
	 * Stores in one statement that a payment goes to its page, and the response to it.
	 * @param change of a payment that was not locked: what has happened to it since it
	 * was read stays
	 * @return the response to give; empty where the payment has moved meanwhile
	 */
	Mono<StartedPayment> redirect(PaymentChange change, String key) {
		Payment payment = change.payment();
		return this.database.sql(REDIRECT)
			.bind("to", payment.state().code())
			.bind("page", Objects.requireNonNull(payment.openPage()).toString())
			.bind("expiresAt", payment.checkout().expiresAt())
			.bind("nextCheckAt", Objects.requireNonNull(payment.checkout().nextCheckAt()))
			.bind("id", payment.id().value())
			.bind("from", change.from().code())
			.bind("answer", this.json.writeValueAsString(StartedPayment.of(payment)))
			.bind("resident", payment.residentId().value())
			.bind("key", key)
			.map((row) -> read(Columns.text(row, "answer")))
			.one();
	}

	/** A response that was kept. */
	StartedPayment read(String response) {
		return this.json.readValue(response, StartedPayment.class);
	}

}
