package city.plaza.billing.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What others need of the ledger in order to pay bills and to book entries on them. */
@Component
public class Ledger {

	// In one statement with the lock the figures could be from before the wait for it.
	private static final String LOCK = """
			select bill_number from bill where bill_number = any(:bills) order by bill_number for update
			""";

	/**
	 * The array comes from a query of its own: into one that is a parameter PostgreSQL
	 * looks, finds that a plan for just these is cheaper, and makes one each time, which
	 * takes longer than the rest.
	 */
	private static final String OPEN = """
			select b.*, t.part_payment_allowed
			from current_bill b join bill_type t on t.code = b.bill_type
			where b.bill_number = any(array(select unnest(cast(:bills as text[]))))
			""";

	private final DatabaseClient database;

	private final Entries entries;

	private final Clock clock;

	Ledger(DatabaseClient database, Entries entries, Clock clock) {
		this.database = database;
		this.entries = entries;
		this.clock = clock;
	}

	/**
	 * Locks bills until the transaction around it ends, always in the same order.
	 * @return those of them that are known
	 */
	public Mono<Map<BillNumber, OpenBill>> lock(Collection<BillNumber> bills) {
		return this.database.sql(LOCK)
			.bind("bills", texts(bills))
			.map(Ledger::number)
			.all()
			.then(Mono.defer(() -> locked(bills)));
	}

	/**
	 * Reads bills that the transaction has locked.
	 * @return those of them that are known
	 */
	public Mono<Map<BillNumber, OpenBill>> locked(Collection<BillNumber> bills) {
		return this.database.sql(OPEN).bind("bills", texts(bills)).map(Ledger::open).all().collectMap(OpenBill::number);
	}

	/**
	 * Finds entries.
	 * @return those that are known
	 */
	public Mono<Map<String, Entry>> known(Collection<String> references) {
		return this.entries.known(references);
	}

	/**
	 * Sums up what finance has posted of web payments, less what was reversed.
	 * @param payments references, known or not
	 * @return the sums of those with postings
	 */
	public Mono<Map<PaymentPart, Long>> postedOf(Collection<PaymentReference> payments) {
		return this.entries.postedOf(payments);
	}

	/**
	 * Looks for reversals.
	 * @return those of them that a reversal has undone
	 */
	public Mono<Set<String>> reversedAmong(Collection<String> references) {
		return this.entries.reversedAmong(references);
	}

	/**
	 * Books entries on bills that are locked.
	 * @param entries of references that are not known
	 * @return completes when they are written
	 */
	public Mono<Void> book(List<Entry> entries) {
		return entries.isEmpty() ? Mono.empty() : this.entries.add(entries, this.clock.instant());
	}

	private static OpenBill open(Readable row) {
		return new OpenBill(number(row), new CustomerNumber(Columns.text(row, "customer_number")),
				Columns.number(row, "bill_year"), Columns.date(row, "issued_on"),
				new Money(Columns.amount(row, "total_unpaid"), Columns.text(row, "currency")),
				Columns.flag(row, "part_payment_allowed"));
	}

	private static BillNumber number(Readable row) {
		return new BillNumber(Columns.text(row, "bill_number"));
	}

	private static String[] texts(Collection<BillNumber> bills) {
		return bills.stream().map(BillNumber::value).toArray(String[]::new);
	}

}
