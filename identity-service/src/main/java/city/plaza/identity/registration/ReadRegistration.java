package city.plaza.identity.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.password.PasswordRules;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what was typed, and names every field that cannot be taken. */
@Component
class ReadRegistration {

	/** Whether all fields are valid. */
	sealed interface Outcome {

		/** All are valid. */
		record Accepted(NewRegistration registration) implements Outcome {
		}

		/**
		 * Some are not.
		 *
		 * @param errors one of each invalid field
		 */
		record Refused(List<FieldError> errors) implements Outcome {
		}

	}

	private final PasswordRules passwords;

	ReadRegistration(PasswordRules passwords) {
		this.passwords = passwords;
	}

	Outcome read(@Nullable String email, @Nullable Secret password, @Nullable String givenName,
			@Nullable String familyName, Language language) {
		Optional<EmailAddress> address = EmailAddress.read(email);
		List<FieldError> errors = new ArrayList<>();
		if (address.isEmpty()) {
			errors.add(noAddress(email));
		}
		addViolation(errors, "password", this.passwords.violationOf(password, own(address, givenName, familyName)));
		addViolation(errors, "givenName", PersonName.violationOf(givenName));
		addViolation(errors, "familyName", PersonName.violationOf(familyName));
		if (address.isEmpty() || password == null || !errors.isEmpty()) {
			return new Outcome.Refused(errors);
		}
		return new Outcome.Accepted(new NewRegistration(address.get(), password, PersonName.of(givenName),
				PersonName.of(familyName), language));
	}

	private static List<String> own(Optional<EmailAddress> address, @Nullable String... names) {
		return Stream
			.concat(address.stream().flatMap((email) -> Stream.of(email.value(), email.localPart())),
					Stream.of(names).flatMap((name) -> (name != null) ? Stream.of(name) : Stream.empty()))
			.toList();
	}

	static FieldError noAddress(@Nullable String email) {
		return (email == null || email.isBlank()) ? new FieldError("email", "required", "Enter your e-mail address.")
				: new FieldError("email", "invalid-email", "Enter an e-mail address, such as name@example.com.");
	}

	private static void addViolation(List<FieldError> errors, String field, @Nullable PasswordViolation violation) {
		if (violation != null) {
			errors.add(new FieldError(field, violation.code(), violation.message()));
		}
	}

	static void addViolation(List<FieldError> errors, String field, PersonName.@Nullable Violation violation) {
		if (violation != null) {
			errors.add(new FieldError(field, violation.code(), violation.message()));
		}
	}

}
