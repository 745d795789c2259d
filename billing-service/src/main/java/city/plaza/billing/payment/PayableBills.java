package city.plaza.billing.payment;

import java.util.Collection;
import java.util.List;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.Ledger;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The bills that a resident may pay: issued, of the window of years, of a linked
 * customer.
 */
@Component
class PayableBills {

	/**
	 * A bill that moves to another customer before it is locked is looked at once more.
	 * Planned once, like that of {@link Ledger#locked}.
	 */
	private static final String LOCK = """
			select b.bill_number from bill b
			where b.bill_number = any(array(select unnest(cast(:bills as text[])))) and exists (select from readable_customer r
			    where r.resident_id = :resident and r.customer_number = b.customer_number)
			order by b.bill_number for update of b
			""";

	private final DatabaseClient database;

	private final Ledger ledger;

	private final CityCalendar calendar;

	private final BillSettings settings;

	PayableBills(DatabaseClient database, Ledger ledger, CityCalendar calendar, BillSettings settings) {
		this.database = database;
		this.ledger = ledger;
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * Locks bills until the transaction around it ends. Bills of others are not locked:
	 * no other resident is held up.
	 * @param resident who wants to pay
	 * @return those of them that the resident may pay; the others are simply absent
	 */
	Mono<List<OpenBill>> lock(ResidentId resident, Collection<BillNumber> numbers) {
		return this.database.sql(LOCK)
			.bind("bills", numbers.stream().map(BillNumber::value).toArray(String[]::new))
			.bind("resident", resident.value())
			.map((row) -> new BillNumber(Columns.text(row, "bill_number")))
			.all()
			.collectList()
			.flatMap(this.ledger::locked)
			.map((bills) -> bills.values().stream().filter(this::isPayable).toList());
	}

	private boolean isPayable(OpenBill bill) {
		return !bill.issuedOn().isAfter(this.calendar.today()) && bill.year() >= this.settings.years().from()
				&& bill.year() <= this.settings.years().to();
	}

}
