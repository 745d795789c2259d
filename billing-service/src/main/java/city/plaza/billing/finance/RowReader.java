package city.plaza.billing.finance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import city.plaza.billing.ledger.Entry;
import city.plaza.billing.money.DecimalAmount;
import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row and keeps what is wrong with them. A field that cannot be
 * read gives a stand-in, so that one pass finds every error; nothing read may be used
 * unless {@link #isGood()}.
 */
class RowReader {

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

	private static final int LONGEST_NUMBER = 9;

	private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");

	private final ImportKind kind;

	private final Row row;

	private final String currency;

	private final List<RowError> errors = new ArrayList<>();

	RowReader(ImportKind kind, Row row, String currency) {
		this.kind = kind;
		this.row = row;
		this.currency = currency;
		if (row.fields().size() != kind.columns().size()) {
			wrong(RowError.WHOLE_ROW, RowErrorCode.WRONG_COLUMN_COUNT, Integer.toString(row.fields().size()),
					Integer.toString(kind.columns().size()));
		}
	}

	boolean isGood() {
		return this.errors.isEmpty();
	}

	List<RowError> errors() {
		return this.errors;
	}

	Row row() {
		return this.row;
	}

	String required(String column, int longest) {
		String text = optional(column, longest);
		if (text.isEmpty()) {
			wrong(column, RowErrorCode.REQUIRED);
		}
		return text;
	}

	String optional(String column, int longest) {
		int at = this.kind.columns().indexOf(column);
		String text = (at < this.row.fields().size()) ? this.row.fields().get(at) : "";
		if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
			wrong(column, RowErrorCode.TOO_LONG, Integer.toString(longest));
		}
		if (!isPrintable(text)) {
			wrong(column, RowErrorCode.INVALID_CHARACTER);
		}
		return text;
	}

	private static boolean isPrintable(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (Character.isISOControl(text.charAt(at)) || text.charAt(at) == '\uFFFD') {
				return false;
			}
		}
		return true;
	}

	/**
	 * A number that names something new: what every page, path and file can carry, and no
	 * spreadsheet takes for a formula.
	 */
	String newNumber(String column, int longest) {
		String text = required(column, longest);
		if (!text.isEmpty() && !NUMBER.matcher(text).matches()) {
			wrong(column, RowErrorCode.INVALID_NUMBER_FORMAT);
		}
		return text;
	}

	/** The reference of an entry, which no credit of ours can have too. */
	String reference(String column) {
		String text = required(column, Entry.LONGEST_REFERENCE);
		if (Entry.isReserved(text)) {
			wrong(column, RowErrorCode.RESERVED_REFERENCE, "/credit");
		}
		return text;
	}

	LocalDate date(String column) {
		String text = required(column, 40);
		try {
			LocalDate date = LocalDate.parse(text);
			if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// Reported below, like a date far out of range.
		}
		wrong(column, RowErrorCode.INVALID_DATE, FIRST.toString(), LAST.toString());
		return FIRST;
	}

	int number(String column, int least, int most) {
		String text = required(column, 40);
		boolean digits = !text.isEmpty() && text.length() <= LONGEST_NUMBER
				&& text.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
		int number = digits ? Integer.parseInt(text) : -1;
		if (number < least || number > most) {
			wrong(column, RowErrorCode.INVALID_NUMBER, Integer.toString(least), Integer.toString(most));
		}
		return number;
	}

	/** Minor units of the city's currency, which the row must name too. */
	long amount(String column) {
		OptionalLong amount = DecimalAmount.parse(required(column, 40), this.currency);
		if (amount.isEmpty()) {
			wrong(column, RowErrorCode.INVALID_AMOUNT, DecimalAmount.largest(this.currency));
		}
		String named = required("currency", 40);
		if (!named.equals(this.currency)) {
			wrong("currency", RowErrorCode.WRONG_CURRENCY, this.currency);
		}
		return amount.orElse(0);
	}

	/** The amount is more than it may be. */
	void tooMuch(RowErrorCode code, @Nullable Money most) {
		wrong("amount", code, Objects.requireNonNull(most).toDecimal());
	}

	void wrong(String column, RowErrorCode code, String... expected) {
		int at = this.kind.columns().indexOf(column);
		if (at >= this.row.fields().size()) {
			// The row is cut short, which is reported: what is not there is not wrong.
			return;
		}
		boolean isReported = this.errors.stream().anyMatch((error) -> error.field().equals(column));
		if (!isReported) {
			this.errors.add(RowError.of(this.kind, this.row, column, code, List.of(expected)));
		}
	}

}
