package city.plaza.identity.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.identity.password.PasswordRules;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what a person entered to join, and finds all that is wrong with it. */
@Component
class ReadAcceptance {

	private final PasswordRules rules;

	ReadAcceptance(PasswordRules rules) {
		this.rules = rules;
	}

	/**
	 * Reads it.
	 * @throws city.plaza.platform.problem.ProblemException where something is wrong
	 */
	Person read(InvitationController.InvitationAcceptance request, Invitation invitation) {
		List<Problem.FieldError> errors = new ArrayList<>();
		check("givenName", request.givenName(), errors);
		check("familyName", request.familyName(), errors);
		PasswordViolation violation = this.rules.violationOf(request.password(),
				Stream.of(invitation.email().value(), request.givenName(), request.familyName())
					.filter(Objects::nonNull)
					.toList());
		if (violation != null) {
			errors.add(StaffProblems.password(violation));
		}
		if (!errors.isEmpty()) {
			throw Problem.invalid(errors).asException();
		}
		return new Person(PersonName.of(request.givenName()), PersonName.of(request.familyName()),
				Objects.requireNonNull(request.password()));
	}

	private static void check(String field, @Nullable String name, List<Problem.FieldError> errors) {
		PersonName.Violation violation = PersonName.violationOf(name);
		if (violation != null) {
			errors.add(StaffProblems.name(field, violation));
		}
	}

	/**
	 * Who joins.
	 *
	 * @param givenName to greet by
	 * @param familyName to greet by
	 * @param password by the rules
	 */
	record Person(PersonName givenName, PersonName familyName, Secret password) {
	}

}
