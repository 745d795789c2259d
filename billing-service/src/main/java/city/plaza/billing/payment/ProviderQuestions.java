package city.plaza.billing.payment;

import city.plaza.billing.payment.provider.PaymentId;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Bounds how often the provider is asked about a payment, over all instances. */
@Repository
class ProviderQuestions {

	private static final String MAY_ASK = """
			update payment set asked_at = now()
			where payment_id = :id
			  and (asked_at is null or asked_at <= now() - :pause * interval '1 millisecond')
			""";

	private final DatabaseClient database;

	private final PaymentLimits limits;

	ProviderQuestions(DatabaseClient database, PaymentLimits limits) {
		this.database = database;
		this.limits = limits;
	}

	/**
	 * Claims the next question.
	 * @param id of a payment that is at the provider's page
	 * @return true for one caller in each pause; the others show what is known
	 */
	Mono<Boolean> mayAsk(PaymentId id) {
		return this.database.sql(MAY_ASK)
			.bind("id", id.value())
			.bind("pause", this.limits.askAgain().toMillis())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

}
