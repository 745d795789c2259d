package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;

import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentMethod;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

/**
 * Moves payments from state to state. Each move names the state it leaves, in SQL too, so
 * that of two at once one finds nothing to move.
 */
@Repository
class PaymentMoves {

	private final DatabaseClient database;

	PaymentMoves(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> redirect(Payment payment, URI page, Instant expiresAt, Instant nextCheck) {
		return move(payment, PaymentState.REDIRECTED,
				"checkout_url = :page, expires_at = :expiresAt, next_check_at = :nextCheck",
				(sql) -> sql.bind("page", page.toString()).bind("expiresAt", expiresAt).bind("nextCheck", nextCheck));
	}

	/** For a payment found paid whose page was never recorded. */
	Mono<Void> redirectUnseen(Payment payment) {
		return move(payment, PaymentState.REDIRECTED, "checkout_url = null", (sql) -> sql);
	}

	Mono<Void> submit(Payment payment, PaymentMethod method, Instant at) {
		return move(payment, PaymentState.SUBMITTED,
				"card_brand = :brand, card_last4 = :last4, submitted_at = :at, next_check_at = null",
				(sql) -> sql.bind("brand", method.brand()).bind("last4", method.last4()).bind("at", at));
	}

	Mono<Void> fail(Payment payment, PaymentState failed, FailureReason reason, Instant at) {
		return move(payment, failed, "failure_reason = :reason, finished_at = :at, next_check_at = null",
				(sql) -> sql.bind("reason", reason.code()).bind("at", at))
			.then(release(payment));
	}

	Mono<Void> post(Payment payment, LocalDate postedOn, Instant at) {
		return move(payment, PaymentState.POSTED, "posted_on = :postedOn, finished_at = :at",
				(sql) -> sql.bind("postedOn", postedOn).bind("at", at));
	}

	private Mono<Void> release(Payment payment) {
		return this.database.sql("update payment_allocation set pending = false where payment_id = :id and pending")
			.bind("id", payment.id().value())
			.then();
	}

	private Mono<Void> move(Payment payment, PaymentState to, String columns, Binding binding) {
		if (!payment.state().canBecome(to)) {
			return Mono.error(() -> new IllegalStateException(
					"Payment " + payment.id() + " cannot become " + to + " from " + payment.state()));
		}
		GenericExecuteSpec sql = this.database
			.sql("update payment set state = :to, " + columns + " where payment_id = :id and state = :from")
			.bind("to", to.code())
			.bind("id", payment.id().value())
			.bind("from", payment.state().code());
		return binding.apply(sql)
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty()
					: Mono.error(() -> new IllegalStateException("Payment " + payment.id() + " moved meanwhile")));
	}

	@FunctionalInterface
	private interface Binding {

		GenericExecuteSpec apply(GenericExecuteSpec sql);

	}

}
