package city.plaza.identity.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads what was typed as contact information, and names every field that is wrong. */
public final class ReadContact {

	private static final FieldError NO_PREFERENCE = new FieldError("preference", "required",
			"Choose how the city should contact you.");

	private static final FieldError UNKNOWN_PREFERENCE = new FieldError("preference", "unknown-choice",
			"Choose email, text-message, phone or mail.");

	private static final FieldError NO_PHONE = new FieldError("phone", "required",
			"Enter a phone number for calls or text messages, or choose another way.");

	private static final FieldError INVALID_PHONE = new FieldError("phone", "invalid-phone",
			"Enter a phone number, such as (312) 555-0123; with + and the country's code from abroad.");

	private static final FieldError EXTENSION = new FieldError("phone", "phone-extension",
			"Enter the phone number without its extension.");

	private static final FieldError UNKNOWN_LANGUAGE = new FieldError("language", "unknown-choice", "Choose en or es.");

	private ReadContact() {
	}

	/** Whether all fields are valid. */
	public sealed interface Outcome {

		/** All are valid. */
		record Accepted(ContactDetails contact) implements Outcome {
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
	 * Reads the contact.
	 * @param preference its code
	 * @param phone as typed; blank for none
	 * @param language its code; blank where it stays as it is
	 * @return the contact, or what is wrong with it
	 */
	public static Outcome read(@Nullable String preference, @Nullable String phone, @Nullable String language) {
		List<FieldError> errors = new ArrayList<>();
		Optional<ContactPreference> chosen = ContactPreference.read(preference);
		if (chosen.isEmpty()) {
			errors.add(isBlank(preference) ? NO_PREFERENCE : UNKNOWN_PREFERENCE);
		}
		@Nullable PhoneNumber number = readPhone(phone, errors);
		if (isBlank(phone) && chosen.filter(ContactPreference::needsPhone).isPresent()) {
			errors.add(NO_PHONE);
		}
		Optional<Language> spoken = Language.of(language);
		if (spoken.isEmpty() && !isBlank(language)) {
			errors.add(UNKNOWN_LANGUAGE);
		}
		return errors.isEmpty()
				? new Outcome.Accepted(new ContactDetails(chosen.orElseThrow(), number, spoken.orElse(null)))
				: new Outcome.Refused(errors);
	}

	private static @Nullable PhoneNumber readPhone(@Nullable String phone, List<FieldError> errors) {
		if (phone == null || phone.isBlank()) {
			return null;
		}
		return switch (PhoneNumber.read(phone)) {
			case PhoneNumber.Reading.Read(var number) -> number;
			case PhoneNumber.Reading.Invalid invalid -> refused(INVALID_PHONE, errors);
			case PhoneNumber.Reading.WithExtension extension -> refused(EXTENSION, errors);
		};
	}

	private static @Nullable PhoneNumber refused(FieldError error, List<FieldError> errors) {
		errors.add(error);
		return null;
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	/** All that can be wrong. */
	public static List<FieldError> all() {
		return List.of(NO_PREFERENCE, UNKNOWN_PREFERENCE, NO_PHONE, INVALID_PHONE, EXTENSION, UNKNOWN_LANGUAGE);
	}

}
