package city.plaza.identity.legacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.profile.PhoneNumber;
import city.plaza.identity.profile.PostalAddress;
import city.plaza.identity.profile.ReadAddress;
import org.jspecify.annotations.Nullable;

/** Reads one row of a file, and names every column that is wrong. */
final class ReadPerson {

	static final int MOST_CUSTOMERS = 100;

	/** As billing-service takes them, without the space that separates them here. */
	private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

	/**
	 * A spreadsheet runs what begins so (OWASP, CSV injection); none of it begins a
	 * value.
	 */
	private static final String FORMULA = "=+-@\t\r";

	private static final Map<String, Column> OF_ADDRESS = Map.of("line1", Column.ADDRESS_LINE1, "line2",
			Column.ADDRESS_LINE2, "city", Column.CITY, "state", Column.STATE, "postalCode", Column.POSTAL_CODE);

	private final long line;

	private final Map<Column, String> cells;

	private final List<RowError> errors = new ArrayList<>();

	private ReadPerson(long line, Map<Column, String> cells) {
		this.line = line;
		this.cells = cells;
	}

	/** Whether the row is valid. */
	sealed interface Outcome {

		/** It is. */
		record Accepted(LegacyPerson person) implements Outcome {
		}

		/**
		 * It is not.
		 *
		 * @param errors one of each invalid column
		 */
		record Refused(List<RowError> errors) implements Outcome {
		}

	}

	/**
	 * Reads a row.
	 * @param line of the file
	 * @param cells by column, all of them, without space around
	 */
	static Outcome read(long line, Map<Column, String> cells) {
		return new ReadPerson(line, new EnumMap<>(cells)).read();
	}

	private Outcome read() {
		Stream.of(Column.values()).forEach(this::refuseFormula);
		Optional<EmailAddress> email = EmailAddress.read(cell(Column.EMAIL));
		if (email.isEmpty()) {
			refuse(Column.EMAIL, cell(Column.EMAIL).isEmpty() ? "required" : "invalid-email",
					"Enter an email address like name@example.com.");
		}
		checkName(Column.GIVEN_NAME);
		checkName(Column.FAMILY_NAME);
		@Nullable PhoneNumber phone = phone();
		@Nullable PostalAddress address = address();
		NavigableSet<String> customers = customers();
		return (email.isEmpty() || !this.errors.isEmpty()) ? new Outcome.Refused(List.copyOf(this.errors))
				: new Outcome.Accepted(new LegacyPerson(email.get(), PersonName.of(cell(Column.GIVEN_NAME)),
						PersonName.of(cell(Column.FAMILY_NAME)), phone, address, customers));
	}

	/** A number from abroad begins with a plus. */
	private void refuseFormula(Column column) {
		String value = cell(column);
		boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0
				&& !(column == Column.PHONE && value.startsWith("+"));
		if (isFormula) {
			refuse(column, "formula", "A value must not begin with = + - or @.");
		}
	}

	private void checkName(Column column) {
		PersonName.Violation violation = PersonName.violationOf(cell(column));
		if (violation != null) {
			refuse(column, violation.code(), violation.message());
		}
	}

	private @Nullable PhoneNumber phone() {
		if (cell(Column.PHONE).isEmpty()) {
			return null;
		}
		return switch (PhoneNumber.read(cell(Column.PHONE))) {
			case PhoneNumber.Reading.Read(var number) -> number;
			case PhoneNumber.Reading.Invalid invalid -> noPhone("invalid-phone",
					"Enter a phone number, such as (312) 555-0123; with + and the country's code from abroad.");
			case PhoneNumber.Reading.WithExtension extension ->
				noPhone("phone-extension", "Enter the phone number without its extension.");
		};
	}

	private @Nullable PhoneNumber noPhone(String code, String detail) {
		refuse(Column.PHONE, code, detail);
		return null;
	}

	private @Nullable PostalAddress address() {
		if (OF_ADDRESS.values().stream().allMatch((column) -> cell(column).isEmpty())) {
			return null;
		}
		return switch (ReadAddress.read(cell(Column.ADDRESS_LINE1), cell(Column.ADDRESS_LINE2), cell(Column.CITY),
				cell(Column.STATE), cell(Column.POSTAL_CODE))) {
			case ReadAddress.Outcome.Accepted(var address) -> address;
			case ReadAddress.Outcome.Refused(var refusals) -> {
				refusals.forEach((error) -> refuse(columnOf(error.field()), error.code(), error.message()));
				yield null;
			}
		};
	}

	private static Column columnOf(String field) {
		Column column = OF_ADDRESS.get(field);
		if (column == null) {
			throw new IllegalStateException("No column holds the field " + field);
		}
		return column;
	}

	private NavigableSet<String> customers() {
		NavigableSet<String> numbers = new TreeSet<>();
		Stream.of(cell(Column.CUSTOMER_NUMBERS).split("\\s+")).filter((part) -> !part.isEmpty()).forEach(numbers::add);
		if (numbers.size() > MOST_CUSTOMERS) {
			refuse(Column.CUSTOMER_NUMBERS, "too-many", "At most " + MOST_CUSTOMERS + " customer numbers.");
		}
		else if (!numbers.stream().allMatch((number) -> CUSTOMER.matcher(number).matches())) {
			refuse(Column.CUSTOMER_NUMBERS, "invalid-number-format",
					"A customer number holds letters A to Z, digits and . _ - and begins with a letter or digit. "
							+ "Separate several by spaces.");
		}
		return numbers;
	}

	private String cell(Column column) {
		return this.cells.getOrDefault(column, "");
	}

	/** One error of a column is enough. */
	private void refuse(Column column, String code, String detail) {
		if (this.errors.stream().noneMatch((error) -> error.column().equals(column.title()))) {
			this.errors.add(RowError.of(this.line, column, cell(column), code, detail));
		}
	}

}
