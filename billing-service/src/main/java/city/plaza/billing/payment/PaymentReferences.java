package city.plaza.billing.payment;

import city.plaza.billing.money.Money;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Checks the web payments that finance's postings name. */
@Component
public class PaymentReferences {

	private static final String FIND = """
			SELECT p.state, p.currency, a.amount, a.pending
			FROM payment p
			LEFT JOIN payment_allocation a ON a.payment_id = p.payment_id AND a.bill_number = :bill
			WHERE p.reference = :reference
			""";

	private final DatabaseClient database;

	PaymentReferences(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Checks one row; changes and locks nothing.
	 * @param paymentReference as finance wrote it, such as {@code PLZ-7K4M-92QX}
	 * @param billNumber the bill it is posted to
	 * @param amount what is posted
	 * @return whether the payment awaits exactly this
	 */
	public Mono<PostingCheck> check(String paymentReference, String billNumber, Money amount) {
		return this.database.sql(FIND)
			.bind("reference", paymentReference)
			.bind("bill", billNumber)
			.map((row) -> check(row, amount))
			.one()
			.defaultIfEmpty(PostingCheck.UNKNOWN_PAYMENT);
	}

	private static PostingCheck check(Readable row, Money amount) {
		if (row.get("amount", Long.class) == null) {
			return PostingCheck.NOT_OF_THIS_BILL;
		}
		boolean awaited = Boolean.TRUE.equals(row.get("pending", Boolean.class));
		if (!awaited || PaymentState.of(Columns.text(row, "state")) != PaymentState.SUBMITTED) {
			return PostingCheck.NOT_SUBMITTED;
		}
		return PaymentRows.money(row).equals(amount) ? PostingCheck.OK : PostingCheck.WRONG_AMOUNT;
	}

}
