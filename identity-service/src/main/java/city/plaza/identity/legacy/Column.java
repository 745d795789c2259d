package city.plaza.identity.legacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a file of legacy residents. */
enum Column {

	/** Of the old account. */
	EMAIL,
	/** To greet by. */
	GIVEN_NAME,
	/** To greet by. */
	FAMILY_NAME,
	/** Empty where there is none. */
	PHONE,
	/** Street and number; empty where there is no address. */
	ADDRESS_LINE1,
	/** Apartment or suite. */
	ADDRESS_LINE2,
	/** Of the address. */
	CITY,
	/** Two letters. */
	STATE,
	/** ZIP or ZIP+4. */
	POSTAL_CODE,
	/** Separated by spaces. */
	CUSTOMER_NUMBERS;

	private static final List<String> TITLES = Arrays.stream(values()).map(Column::title).toList();

	/** As the first row of the file names it. */
	String title() {
		return name().toLowerCase(Locale.ROOT);
	}

	static List<String> titles() {
		return TITLES;
	}

}
