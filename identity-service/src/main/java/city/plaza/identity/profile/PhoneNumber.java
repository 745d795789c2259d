package city.plaza.identity.profile;

import java.util.Set;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A phone number that exists by the numbering plan of its country.
 *
 * @param value E.164, such as {@code +13125550123}
 */
public record PhoneNumber(String value) {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final String HERE = "US";

	/** Longer than any number with what people write between its digits. */
	private static final int LONGEST_INPUT = 40;

	/** A call or message to one of these costs the city more than a call. */
	private static final Set<PhoneNumberType> REFUSED = Set.of(PhoneNumberType.PREMIUM_RATE,
			PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL);

	/** What was typed where a number belongs. */
	public sealed interface Reading {

		/** A number. */
		record Read(PhoneNumber number) implements Reading {
		}

		/** None that exists, or one that the city does not call. */
		record Invalid() implements Reading {
		}

		/** A number with an extension, which E.164 cannot hold. */
		record WithExtension() implements Reading {
		}

	}

	/**
	 * Reads a number; one without a country is of the United States.
	 * @param text as typed
	 * @return the number, or why it is none
	 */
	public static Reading read(String text) {
		if (text.length() > LONGEST_INPUT) {
			return new Reading.Invalid();
		}
		try {
			Phonenumber.PhoneNumber number = NUMBERS.parse(text, HERE);
			if (!NUMBERS.isValidNumber(number) || REFUSED.contains(NUMBERS.getNumberType(number))) {
				return new Reading.Invalid();
			}
			return number.hasExtension() ? new Reading.WithExtension()
					: new Reading.Read(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)));
		}
		catch (NumberParseException ex) {
			return new Reading.Invalid();
		}
	}

	/** As people here write it: {@code (312) 555-0123}, or {@code +52 55 1234 5678}. */
	public String formatted() {
		try {
			Phonenumber.PhoneNumber number = NUMBERS.parse(this.value, HERE);
			boolean domestic = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HERE);
			return NUMBERS.format(number, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			throw new IllegalStateException("A stored number cannot be read", ex);
		}
	}

	@Override
	public String toString() {
		return "PhoneNumber[]";
	}

}
