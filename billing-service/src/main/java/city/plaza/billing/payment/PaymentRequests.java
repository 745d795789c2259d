package city.plaza.billing.payment;

import java.time.Instant;
import java.util.Arrays;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers which payment a resident's idempotency key made, and the response to it.
 */
@Repository
class PaymentRequests {

	private static final String QUEUE_UP = """
			select pg_advisory_xact_lock(hashtextextended(:key, 20))
			""";

	private static final String FIND = """
			select body_hash, payment_id, answer from payment_request
			where resident_id = :resident and idempotency_key = :key
			""";

	private static final String REMEMBER = """
			insert into payment_request (resident_id, idempotency_key, body_hash, payment_id, created_at)
			values (:resident, :key, :hash, :payment, :at)
			""";

	private static final String KEEP = """
			update payment_request set answer = coalesce(answer, :answer)
			where resident_id = :resident and idempotency_key = :key returning answer
			""";

	private final DatabaseClient database;

	private final JsonMapper json;

	PaymentRequests(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/** Lets requests of one key pass one by one, until the transaction ends. */
	Mono<Void> queueUp(ResidentId resident, String key) {
		return this.database.sql(QUEUE_UP).bind("key", resident + " " + key).then();
	}

	Mono<Remembered> find(ResidentId resident, String key) {
		return this.database.sql(FIND).bind("resident", resident.value()).bind("key", key).map(this::remembered).one();
	}

	Mono<Void> remember(ResidentId resident, String key, byte[] hash, PaymentId payment, Instant at) {
		return this.database.sql(REMEMBER)
			.bind("resident", resident.value())
			.bind("key", key)
			.bind("hash", hash)
			.bind("payment", payment.value())
			.bind("at", at)
			.then();
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

	private Remembered remembered(Readable row) {
		String response = row.get("answer", String.class);
		return new Remembered(Columns.required(row, "body_hash", byte[].class), PaymentRows.id(row),
				(response != null) ? read(response) : null);
	}

	private StartedPayment read(String response) {
		return this.json.readValue(response, StartedPayment.class);
	}

	/**
	 * A key used before.
	 *
	 * @param hash of the body it was used with
	 * @param response null while the checkout has not been opened
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Remembered(byte[] hash, PaymentId payment, @Nullable StartedPayment response) {

		boolean isOf(PaymentOrder order) {
			return Arrays.equals(this.hash, order.hash());
		}

	}

}
