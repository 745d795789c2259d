package city.plaza.billing.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Bills.Known;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Stores bills as the city's financial software has them. */
@Component
public class StoreBills {

	/** What was done with a bill. */
	public enum Outcome {

		/** It is new or not as it was. */
		STORED,

		/** It is as it was. */
		UNCHANGED,

		/** Refused: there is no customer of that number. */
		UNKNOWN_CUSTOMER,

		/** Refused: there is no such bill type. */
		UNKNOWN_BILL_TYPE,

		/** Refused: it has entries, or a resident is about to pay it as it was. */
		CHANGED_AFTER_PAYMENT

	}

	private final Bills bills;

	private final Reservations reservations;

	StoreBills(Bills bills, Reservations reservations) {
		this.bills = bills;
		this.reservations = reservations;
	}

	/**
	 * Stores bills; must run in a transaction. Only those that differ are locked: no
	 * resident waits to pay a bill because a file lists it.
	 * @param imported no number twice
	 * @return what was done with each
	 */
	public Mono<Map<BillNumber, Outcome>> store(List<Bill> imported) {
		return this.bills.find(numbers(imported)).flatMap((known) -> {
			List<Bill> different = imported.stream().filter((bill) -> !isSame(bill, known.get(bill.number()))).toList();
			Map<BillNumber, Outcome> outcomes = new LinkedHashMap<>();
			imported.forEach((bill) -> outcomes.put(bill.number(), Outcome.UNCHANGED));
			return different.isEmpty() ? Mono.just(outcomes)
					: storeDifferent(different, known.keySet()).map((stored) -> {
						outcomes.putAll(stored);
						return outcomes;
					});
		});
	}

	/** The code of every bill type, in order. */
	public Mono<List<String>> types() {
		return this.bills.types().map((types) -> types.stream().map(BillTypeCode::value).sorted().toList());
	}

	private Mono<Map<BillNumber, Outcome>> storeDifferent(List<Bill> imported, Set<BillNumber> stored) {
		// One after another: all of them share the transaction's connection.
		return this.bills.lock(numbers(imported).stream().filter(stored::contains).toList())
			.flatMap((known) -> this.reservations.among(known.keySet())
				.flatMap((reserved) -> this.bills.customersAmong(imported)
					.flatMap((customers) -> this.bills.types()
						.flatMap((types) -> store(imported, new Context(known, reserved, customers, types))))));
	}

	private static List<BillNumber> numbers(List<Bill> bills) {
		return bills.stream().map(Bill::number).toList();
	}

	private static boolean isSame(Bill bill, @Nullable Known known) {
		return known != null && known.bill().equals(bill);
	}

	private Mono<Map<BillNumber, Outcome>> store(List<Bill> imported, Context context) {
		Map<BillNumber, Outcome> outcomes = new LinkedHashMap<>();
		List<Bill> changed = new ArrayList<>();
		for (Bill bill : imported) {
			Outcome outcome = context.outcome(bill);
			outcomes.put(bill.number(), outcome);
			if (outcome == Outcome.STORED) {
				changed.add(bill);
			}
		}
		List<BillNumber> replaced = numbers(changed).stream().filter(context.known()::containsKey).toList();
		return (changed.isEmpty() ? Mono.<Void>empty() : this.bills.store(changed, replaced)).thenReturn(outcomes);
	}

	/** What the bills are held against. */
	private record Context(Map<BillNumber, Known> known, Set<BillNumber> reserved, Set<CustomerNumber> customers,
			Set<BillTypeCode> types) {

		Outcome outcome(Bill bill) {
			Known before = this.known.get(bill.number());
			if (isSame(bill, before)) {
				return Outcome.UNCHANGED;
			}
			if (!this.customers.contains(bill.customer())) {
				return Outcome.UNKNOWN_CUSTOMER;
			}
			if (!this.types.contains(bill.type())) {
				return Outcome.UNKNOWN_BILL_TYPE;
			}
			return isFixed(bill, before) ? Outcome.CHANGED_AFTER_PAYMENT : Outcome.STORED;
		}

		private boolean isFixed(Bill bill, @Nullable Known before) {
			return before != null && (before.hasEntries() || this.reserved.contains(bill.number()));
		}

	}

}
