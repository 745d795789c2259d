package city.plaza.billing.finance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import city.plaza.billing.bill.BillNumber;
import city.plaza.billing.bill.BillSettings;
import city.plaza.billing.bill.LedgerBill;
import city.plaza.billing.bill.TakeOverBills;
import city.plaza.billing.bill.TakenBill;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** A row is a charge; the rows of a bill may stand anywhere in the file. */
@Component
class ImportBills implements Importer {

	private final TakeOverBills takeOverBills;

	private final BillSettings settings;

	ImportBills(TakeOverBills takeOverBills, BillSettings settings) {
		this.takeOverBills = takeOverBills;
		this.settings = settings;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.BILLS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report) {
		Map<BillNumber, BillRows> rows = new LinkedHashMap<>();
		Map<BillNumber, LedgerBill> bills = new LinkedHashMap<>();
		for (List<Row> group : groups) {
			BillRows ofBill = new BillRows(group, this.settings.currency());
			LedgerBill bill = ofBill.read(report);
			if (bill != null) {
				rows.put(bill.number(), ofBill);
				bills.put(bill.number(), bill);
			}
		}
		return this.takeOverBills.take(List.copyOf(bills.values()))
			.doOnNext((taken) -> rows.forEach((number, ofBill) -> tell(ofBill, taken.get(number), report)))
			.then();
	}

	private static void tell(BillRows rows, @Nullable TakenBill taken, Report report) {
		switch (taken) {
			case CHANGED -> report.accept(rows.count());
			case UNCHANGED -> report.unchanged(rows.count());
			case UNKNOWN_CUSTOMER -> rows.reject("customer_number", "unknown-customer",
					"No such customer is known. Import the customers first.", report);
			case UNKNOWN_BILL_TYPE ->
				rows.reject("bill_type", "unknown-bill-type", "There is no such bill type.", report);
			case CHANGED_AFTER_PAYMENT -> rows.reject("bill_number", "bill-changed-after-payment",
					"A payment of this bill is posted or pending, so it cannot be changed.", report);
			case null -> throw new IllegalStateException("A bill got no answer");
		}
	}

}
