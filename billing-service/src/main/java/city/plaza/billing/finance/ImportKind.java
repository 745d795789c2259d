package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file holds: its columns, in order, the column that rows belong together by, and
 * the one of which no two rows share a value.
 */
enum ImportKind {

	CUSTOMERS("customer_number", "", "customer_number", "account_numbers", "name", "address_line1", "city", "state",
			"postal_code", "location"),

	BILLS("bill_number", "", "bill_number", "customer_number", "bill_type", "bill_year", "issued_on", "pay_by",
			"currency", "line", "description", "amount"),

	POSTINGS("bill_number", "posting_reference", "posting_reference", "payment_reference", "bill_number", "posted_on",
			"amount", "currency"),

	ADJUSTMENTS("bill_number", "adjustment_reference", "adjustment_reference", "kind", "bill_number", "effective_on",
			"amount", "currency", "reverses", "reason");

	// List.of gives one that cannot be changed.
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> columns;

	private final int key;

	private final int reference;

	ImportKind(String key, String reference, String... columns) {
		this.columns = List.of(columns);
		this.key = this.columns.indexOf(key);
		this.reference = this.columns.indexOf(reference);
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

	/**
	 * The column of which no two rows of a file share a value; empty where there is none.
	 */
	String referenceColumn() {
		return (this.reference >= 0) ? this.columns.get(this.reference) : "";
	}

	/** What no two rows of a file may share; empty where nothing is. */
	String referenceOf(List<String> fields) {
		return (this.reference >= 0 && this.reference < fields.size()) ? fields.get(this.reference) : "";
	}

	/** What rows belong together by; empty where the row is cut short before it. */
	String keyOf(List<String> fields) {
		return (this.key < fields.size()) ? fields.get(this.key) : "";
	}

}
