package city.plaza.billing.finance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import city.plaza.billing.money.Money;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The table {@code posting}, and what is unpaid on the bills it is about. */
@Repository
class Postings {

	private final DatabaseClient database;

	Postings(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Locks bills until the transaction ends.
	 * @return what is unpaid on each that is known, in minor units, whatever the date
	 */
	Mono<Map<String, Long>> lockUnpaid(Collection<String> billNumbers) {
		String[] bills = billNumbers.toArray(String[]::new);
		return this.database
			.sql("SELECT bill_number FROM bill WHERE bill_number = ANY(:bills) ORDER BY bill_number FOR UPDATE")
			.bind("bills", bills)
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.then(Mono.defer(() -> this.database
				.sql("SELECT bill_number, total_unpaid FROM bill_as_of('infinity') WHERE bill_number = ANY(:bills)")
				.bind("bills", bills)
				.map((row) -> Map.entry(Columns.text(row, "bill_number"), Columns.amount(row, "total_unpaid")))
				.all()
				.collectMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	/** Those of the references that are known. */
	Mono<Map<String, Posting>> known(Collection<String> references) {
		return this.database.sql("SELECT * FROM posting WHERE posting_reference = ANY(:references)")
			.bind("references", references.toArray(String[]::new))
			.map(Postings::posting)
			.all()
			.collectMap(Posting::reference);
	}

	Mono<Void> add(List<Posting> postings, Instant now) {
		return this.database.sql("""
				INSERT INTO posting
				SELECT reference, nullif(payment, ''), bill, CAST(posted_on AS date), amount, currency, :now
				FROM unnest(:references, :payments, :bills, :days, :amounts, :currencies)
				     AS p (reference, payment, bill, posted_on, amount, currency)
				""")
			.bind("references", column(postings, Posting::reference))
			.bind("payments", column(postings, (posting) -> Objects.requireNonNullElse(posting.paymentReference(), "")))
			.bind("bills", column(postings, Posting::billNumber))
			.bind("days", column(postings, (posting) -> posting.postedOn().toString()))
			.bind("amounts", postings.stream().map((posting) -> posting.amount().amount()).toArray(Long[]::new))
			.bind("currencies", column(postings, (posting) -> posting.amount().currency()))
			.bind("now", now)
			.then();
	}

	private static Posting posting(Readable row) {
		return new Posting(Columns.text(row, "posting_reference"), row.get("payment_reference", String.class),
				Columns.text(row, "bill_number"), Columns.date(row, "posted_on"),
				new Money(Columns.amount(row, "amount"), Columns.text(row, "currency")));
	}

	private static String[] column(List<Posting> postings, Function<Posting, String> value) {
		return postings.stream().map(value).toArray(String[]::new);
	}

}
