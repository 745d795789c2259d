package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a file holds: its columns, in the order of the template, the column that rows
 * belong together by, and the one of which no two rows share a value. The importer reads
 * by this list, and the template is written from it.
 */
enum ImportKind {

	CUSTOMERS("customer_number", "", Column.of("customer_number", "EXAMPLE-100234"),
			Column.of("account_numbers", "EXAMPLE-100234-001;EXAMPLE-100234-002"),
			Column.of("name", "EXAMPLE CUSTOMER"), Column.of("address_line1", "123 MAIN ST"),
			Column.of("city", "ANY TOWN"), Column.of("state", "IL"), Column.of("postal_code", "00000"),
			Column.of("location", "123 MAIN ST")),

	BILLS("bill_number", "", Column.of("bill_number", "EXAMPLE-62825"), Column.of("customer_number", "EXAMPLE-100234"),
			Column.of("bill_type", "CLAIMS"), Column.of("bill_year", "2021"), Column.of("issued_on", "2021-06-01"),
			Column.of("pay_by", "2021-07-02"), Column.of("currency", "USD"), Column.of("line", "1"),
			Column.of("description", "DAMAGED STREET SIGN"), Column.of("amount", "250.00")),

	POSTINGS("bill_number", "posting_reference", Column.of("posting_reference", "EXAMPLE-R-1"),
			Column.of("payment_reference", ""), Column.of("bill_number", "EXAMPLE-62825"),
			Column.of("posted_on", "2021-06-15"), Column.of("amount", "250.00"), Column.of("currency", "USD")),

	ADJUSTMENTS("bill_number", "adjustment_reference", Column.of("adjustment_reference", "EXAMPLE-A-1"),
			Column.of("kind", "waiver"), Column.of("bill_number", "EXAMPLE-62825"),
			Column.of("effective_on", "2021-06-15"), Column.of("amount", "-25.00"), Column.of("currency", "USD"),
			Column.of("reverses", ""), Column.of("reason", "Waived as agreed"));

	// List.of gives ones that cannot be changed.
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> columns;

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> example;

	private final int key;

	private final int reference;

	ImportKind(String key, String reference, Column... columns) {
		this.columns = Arrays.stream(columns).map(Column::name).toList();
		this.example = Arrays.stream(columns).map(Column::example).toList();
		this.key = this.columns.indexOf(key);
		this.reference = this.columns.indexOf(reference);
	}

	static Optional<ImportKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code().equals(code)).findFirst();
	}

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	List<String> columns() {
		return this.columns;
	}

	/** A row that shows how each column is written; it is never imported. */
	List<String> example() {
		return this.example;
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
