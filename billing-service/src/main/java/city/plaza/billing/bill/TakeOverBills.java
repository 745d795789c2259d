package city.plaza.billing.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.billing.bill.LedgerBills.Known;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Takes bills over from the city's ledger. */
@Component
public class TakeOverBills {

	private final LedgerBills bills;

	TakeOverBills(LedgerBills bills) {
		this.bills = bills;
	}

	/**
	 * Takes bills over; must run in a transaction.
	 * @param brought no number twice
	 * @return what became of each
	 */
	public Mono<Map<BillNumber, TakenBill>> take(List<LedgerBill> brought) {
		// One after another: all of them share the transaction's connection.
		return this.bills.lock(brought.stream().map(LedgerBill::number).toList())
			.flatMap((known) -> this.bills.customersAmong(brought)
				.flatMap((customers) -> this.bills.types().flatMap((types) -> take(brought, known, customers, types))));
	}

	private Mono<Map<BillNumber, TakenBill>> take(List<LedgerBill> brought, Map<BillNumber, Known> known,
			Set<String> customers, Set<String> types) {
		Map<BillNumber, TakenBill> taken = new LinkedHashMap<>();
		List<LedgerBill> changed = new ArrayList<>();
		for (LedgerBill bill : brought) {
			TakenBill fate = fate(bill, known.get(bill.number()), customers, types);
			taken.put(bill.number(), fate);
			if (fate == TakenBill.CHANGED) {
				changed.add(bill);
			}
		}
		return (changed.isEmpty() ? Mono.<Void>empty() : this.bills.store(changed)).thenReturn(taken);
	}

	private static TakenBill fate(LedgerBill bill, @Nullable Known known, Set<String> customers, Set<String> types) {
		if (known != null && known.bill().equals(bill)) {
			return TakenBill.UNCHANGED;
		}
		if (!customers.contains(bill.customer().value())) {
			return TakenBill.UNKNOWN_CUSTOMER;
		}
		if (!types.contains(bill.type())) {
			return TakenBill.UNKNOWN_BILL_TYPE;
		}
		return (known != null && known.isPaid()) ? TakenBill.CHANGED_AFTER_PAYMENT : TakenBill.CHANGED;
	}

}
