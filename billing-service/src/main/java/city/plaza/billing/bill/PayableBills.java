package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.money.Money;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** The bills that a resident may pay. */
@Component
public class PayableBills {

	// In one statement with the lock the figures could be from before the wait for it.
	private static final String LOCK = """
			SELECT bill_number FROM bill
			WHERE bill_number = ANY(:bills)
			  AND customer_number IN (SELECT customer_number FROM readable_customer WHERE resident_id = :resident)
			ORDER BY bill_number
			FOR UPDATE
			""";

	private static final String FIGURES = """
			SELECT b.bill_number, b.customer_number, b.currency, b.total_unpaid, t.part_payment_allowed
			FROM bill_as_of(:today) b JOIN bill_type t ON t.code = b.bill_type
			WHERE b.bill_number = ANY(:bills) AND b.bill_year BETWEEN :from AND :to
			ORDER BY b.bill_number
			""";

	private final DatabaseClient database;

	private final CityCalendar calendar;

	private final BillSettings settings;

	PayableBills(DatabaseClient database, CityCalendar calendar, BillSettings settings) {
		this.database = database;
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * Locks bills until the transaction around it ends, always in the same order.
	 * @param residentId who wants to pay
	 * @param billNumbers which bills
	 * @return those of them that the resident may read, by bill number; the others are
	 * simply absent
	 */
	public Mono<List<PayableBill>> lock(UUID residentId, Collection<String> billNumbers) {
		return this.database.sql(LOCK)
			.bind("bills", billNumbers.toArray(String[]::new))
			.bind("resident", residentId)
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.collectList()
			.flatMap((locked) -> figures(locked.toArray(String[]::new)));
	}

	private Mono<List<PayableBill>> figures(String[] billNumbers) {
		LocalDate today = this.calendar.today();
		return this.database.sql(FIGURES)
			.bind("bills", billNumbers)
			.bind("today", today)
			.bind("from", this.settings.years().from())
			.bind("to", this.settings.years().to())
			.map(PayableBills::read)
			.all()
			.collectList();
	}

	private static PayableBill read(Readable row) {
		return new PayableBill(Columns.text(row, "bill_number"), Columns.text(row, "customer_number"),
				new Money(Columns.amount(row, "total_unpaid"), Columns.text(row, "currency")),
				Columns.flag(row, "part_payment_allowed"));
	}

}
