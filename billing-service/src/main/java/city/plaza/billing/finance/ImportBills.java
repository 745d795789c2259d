package city.plaza.billing.finance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.Bill;
import city.plaza.billing.ledger.StoreBills;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** A row is a charge; the rows of a bill may stand anywhere in the file. */
@Component
class ImportBills implements Importer {

	private final StoreBills storeBills;

	private final BillSettings settings;

	ImportBills(StoreBills storeBills, BillSettings settings) {
		this.storeBills = storeBills;
		this.settings = settings;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.BILLS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report, FileRows file) {
		Map<BillNumber, BillRows> rows = new LinkedHashMap<>();
		Map<BillNumber, Bill> bills = new LinkedHashMap<>();
		for (List<Row> group : groups) {
			BillRows ofBill = new BillRows(group, this.settings.currency());
			Bill bill = ofBill.read(report);
			if (bill != null) {
				rows.put(bill.number(), ofBill);
				bills.put(bill.number(), bill);
			}
		}
		return this.storeBills.store(List.copyOf(bills.values()))
			.flatMap((stored) -> types(stored.values()).doOnNext(
					(types) -> rows.forEach((number, ofBill) -> report(ofBill, stored.get(number), types, report))))
			.then();
	}

	/** Every bill type, where a row names another one. */
	private Mono<List<String>> types(Collection<StoreBills.Outcome> outcomes) {
		return outcomes.contains(StoreBills.Outcome.UNKNOWN_BILL_TYPE) ? this.storeBills.types() : Mono.just(List.of());
	}

	private static void report(BillRows rows, StoreBills.@Nullable Outcome outcome, List<String> types, Report report) {
		switch (outcome) {
			case STORED -> report.accept(rows.count());
			case UNCHANGED -> report.unchanged(rows.count());
			case UNKNOWN_CUSTOMER -> rows.reject("customer_number", RowErrorCode.UNKNOWN_CUSTOMER, List.of(), report);
			case UNKNOWN_BILL_TYPE -> rows.reject("bill_type", RowErrorCode.UNKNOWN_BILL_TYPE, types, report);
			case CHANGED_AFTER_PAYMENT ->
				rows.reject("bill_number", RowErrorCode.BILL_CHANGED_AFTER_PAYMENT, List.of(), report);
			case null -> throw new IllegalStateException("A bill has no outcome");
		}
	}

}
