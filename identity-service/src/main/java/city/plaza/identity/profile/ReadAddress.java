package city.plaza.identity.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads what was typed as an address, and names every field that is wrong. */
public final class ReadAddress {

	private static final int LONGEST_LINE = 100;

	private static final int LONGEST_CITY = 60;

	private static final int LONGEST_ZIP = 20;

	/** What stands on envelopes: nothing that a label or a mail could take as markup. */
	private static final Pattern LINE = Pattern
		.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Zs}+°]*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\p{P}\\p{Zs}+°]*");

	private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?:[- ]?([0-9]{4}))?");

	private static final FieldError NO_STATE = new FieldError("state", "required", "Choose a state or territory.");

	private static final FieldError UNKNOWN_STATE = new FieldError("state", "unknown-choice",
			"Choose a state or territory by its two letters.");

	private static final FieldError MILITARY_STATE = new FieldError("state", "military-state",
			"Mail to APO, FPO or DPO goes to AA, AE or AP.");

	private static final FieldError MILITARY_CITY = new FieldError("city", "military-city",
			"Mail to AA, AE or AP goes to APO, FPO or DPO.");

	private static final FieldError NO_ZIP = new FieldError("postalCode", "required", "Enter the ZIP code.");

	private static final FieldError INVALID_ZIP = new FieldError("postalCode", "invalid-zip",
			"Enter a ZIP code of 5 digits, or 9 as in 62601-1234.");

	private ReadAddress() {
	}

	/** Whether all fields are valid. */
	public sealed interface Outcome {

		/** All are valid. */
		record Accepted(PostalAddress address) implements Outcome {
		}

		/**
		 * Some are not.
		 *
		 * @param errors one of each invalid field
		 */
		record Refused(List<FieldError> errors) implements Outcome {
		}

	}

	/**
	 * Reads the address.
	 * @param line1 street and number
	 * @param line2 blank for none
	 * @param city or APO, FPO, DPO
	 * @param state two letters
	 * @param postalCode ZIP or ZIP+4
	 * @return the address, or what is wrong with it
	 */
	public static Outcome read(@Nullable String line1, @Nullable String line2, @Nullable String city,
			@Nullable String state, @Nullable String postalCode) {
		List<FieldError> errors = new ArrayList<>();
		String first = line("line1", line1, LONGEST_LINE, true, errors);
		String second = line("line2", line2, LONGEST_LINE, false, errors);
		String town = line("city", city, LONGEST_CITY, true, errors);
		String region = strip(state).toUpperCase(Locale.ROOT);
		if (!PostalRegion.isKnown(region)) {
			errors.add(region.isEmpty() ? NO_STATE : UNKNOWN_STATE);
		}
		else {
			town = checkedTown(town, region, errors);
		}
		String zip = zip(strip(postalCode), errors);
		return errors.isEmpty()
				? new Outcome.Accepted(new PostalAddress(first, second.isEmpty() ? null : second, town, region, zip))
				: new Outcome.Refused(errors);
	}

	private static String line(String field, @Nullable String text, int longest, boolean required,
			List<FieldError> errors) {
		String value = strip(text).replaceAll("\\p{Zs}+", " ");
		if (value.isEmpty()) {
			if (required) {
				errors.add(missing(field));
			}
		}
		else if (value.codePointCount(0, value.length()) > longest) {
			errors.add(tooLong(field, longest));
		}
		else if (!LINE.matcher(value).matches()) {
			errors.add(characters(field));
		}
		return value;
	}

	private static String checkedTown(String town, String region, List<FieldError> errors) {
		String upper = town.toUpperCase(Locale.ROOT);
		boolean military = PostalRegion.isMilitaryCity(upper);
		if (military && !PostalRegion.isMilitary(region)) {
			errors.add(MILITARY_STATE);
		}
		if (!military && !town.isEmpty() && PostalRegion.isMilitary(region)) {
			errors.add(MILITARY_CITY);
		}
		return military ? upper : town;
	}

	private static String zip(String text, List<FieldError> errors) {
		Matcher zip = ZIP.matcher(text);
		if (text.isEmpty()) {
			errors.add(NO_ZIP);
			return text;
		}
		if (text.length() > LONGEST_ZIP || !zip.matches()) {
			errors.add(INVALID_ZIP);
			return text;
		}
		return (zip.group(2) != null) ? zip.group(1) + "-" + zip.group(2) : zip.group(1);
	}

	private static String strip(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static FieldError missing(String field) {
		return new FieldError(field, "required",
				field.equals("city") ? "Enter the city." : "Enter the street and number.");
	}

	private static FieldError tooLong(String field, int longest) {
		return new FieldError(field, "too-long", "At most " + longest + " characters.");
	}

	private static FieldError characters(String field) {
		return new FieldError(field, "invalid-characters", "Use letters, numbers and the usual punctuation only.");
	}

	/** All that can be wrong. */
	public static List<FieldError> all() {
		return List.of(missing("line1"), tooLong("line1", LONGEST_LINE), characters("line1"),
				tooLong("line2", LONGEST_LINE), characters("line2"), missing("city"), tooLong("city", LONGEST_CITY),
				characters("city"), MILITARY_CITY, NO_STATE, UNKNOWN_STATE, MILITARY_STATE, NO_ZIP, INVALID_ZIP);
	}

}
