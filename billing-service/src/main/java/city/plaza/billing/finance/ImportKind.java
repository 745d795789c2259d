package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file brings: its columns, in order, and the column that rows belong together by.
 */
enum ImportKind {

	CUSTOMERS("customer_number", "customer_number", "account_numbers", "name", "address_line1", "city", "state",
			"postal_code", "location"),

	BILLS("bill_number", "bill_number", "customer_number", "bill_type", "bill_year", "issued_on", "pay_by", "currency",
			"line", "description", "amount"),

	POSTINGS("bill_number", "posting_reference", "payment_reference", "bill_number", "posted_on", "amount", "currency"),

	ADJUSTMENTS("bill_number", "adjustment_reference", "kind", "bill_number", "effective_on", "amount", "currency",
			"reverses", "reason");

	// List.of gives one that cannot be changed.
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> columns;

	private final int key;

	ImportKind(String key, String... columns) {
		this.columns = List.of(columns);
		this.key = this.columns.indexOf(key);
	}

	static Optional<ImportKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code().equals(code)).findFirst();
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	List<String> columns() {
		return this.columns;
	}

	/** What rows belong together by; empty where the row is cut short before it. */
	String keyOf(List<String> fields) {
		return (this.key < fields.size()) ? fields.get(this.key) : "";
	}

}
