package city.plaza.identity.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** Why something about staff is refused. */
final class StaffProblems {

	static final Problem INVALID_EMAIL = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-email", "Enter an email address like name@example.com.")
		.field("email");

	static final Problem INVALID_ROLES = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-roles",
				"Name one or more of the roles finance, help-desk and administrator.")
		.field("roles");

	static final Problem ADDRESS_IN_USE = Problem
		.of(HttpStatus.CONFLICT, "address-in-use", "This email address has an account already.")
		.field("email");

	static final Problem UNKNOWN_INVITATION = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-invitation",
			"This invitation was used, taken back or is too old. Ask for a new one.");

	private static final Problem LAST_ADMINISTRATOR = Problem.of(HttpStatus.CONFLICT, "last-administrator",
			"Nobody could administer any more. Make somebody else an administrator first.");

	private static final Problem NAMED_IN_SETTINGS = Problem.of(HttpStatus.CONFLICT, "named-in-settings",
			"The settings of the service name this member of staff. Change it there.");

	private StaffProblems() {
	}

	/** Completes where it was changed; otherwise the problem. */
	static @Nullable Problem of(ChangeStaff.Outcome outcome) {
		return switch (outcome) {
			case CHANGED -> null;
			case LAST_ADMINISTRATOR -> LAST_ADMINISTRATOR;
			case NAMED_IN_SETTINGS -> NAMED_IN_SETTINGS;
		};
	}

	static Problem.FieldError name(String field, PersonName.Violation violation) {
		return new Problem.FieldError(field, violation.code(), violation.message());
	}

	static Problem.FieldError password(PasswordViolation violation) {
		return new Problem.FieldError("password", violation.code(), violation.message());
	}

	/** What is wrong with an invitation to be. */
	static class OfInviting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_EMAIL, INVALID_ROLES, ADDRESS_IN_USE);
		}

	}

	/** Why nobody joins. */
	static class OfAccepting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			List<Problem.FieldError> errors = new ArrayList<>();
			Stream.of(PersonName.Violation.values()).forEach((violation) -> errors.add(name("givenName", violation)));
			Stream.of(PasswordViolation.values()).forEach((violation) -> errors.add(password(violation)));
			return List.of(Problem.invalid(errors), UNKNOWN_INVITATION, ADDRESS_IN_USE, PasswordHashes.BUSY);
		}

	}

	/** Why a member stays as they are. */
	static class OfChanging implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound(), LAST_ADMINISTRATOR, NAMED_IN_SETTINGS);
		}

	}

	/** Why a member keeps the roles. */
	static class OfRoles implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound(), INVALID_ROLES, LAST_ADMINISTRATOR, NAMED_IN_SETTINGS);
		}

	}

	/** There is no such thing. */
	static class Unknown implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound());
		}

	}

}
