package city.plaza.billing.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.billing.access.ReadableCustomers;
import city.plaza.billing.access.ResidentId;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.Ledger;
import city.plaza.billing.ledger.OpenBill;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The bills that a resident may pay: issued, of the window of years, of a linked
 * customer.
 */
@Component
class PayableBills {

	private final Ledger ledger;

	private final ReadableCustomers readable;

	private final CityCalendar calendar;

	private final BillSettings settings;

	PayableBills(Ledger ledger, ReadableCustomers readable, CityCalendar calendar, BillSettings settings) {
		this.ledger = ledger;
		this.readable = readable;
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
		return this.ledger.customersOf(numbers)
			.flatMap((owners) -> this.readable.among(resident, owners.values())
				.flatMap((customers) -> this.ledger.lock(readable(owners, customers)))
				// A bill may have moved to another customer before it was locked.
				.map((bills) -> bills.values()
					.stream()
					.filter((bill) -> bill.customer().equals(owners.get(bill.number())) && isPayable(bill))
					.toList()));
	}

	private boolean isPayable(OpenBill bill) {
		return !bill.issuedOn().isAfter(this.calendar.today()) && bill.year() >= this.settings.years().from()
				&& bill.year() <= this.settings.years().to();
	}

	private static List<BillNumber> readable(Map<BillNumber, CustomerNumber> owners, Set<CustomerNumber> customers) {
		return owners.entrySet()
			.stream()
			.filter((owner) -> customers.contains(owner.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
