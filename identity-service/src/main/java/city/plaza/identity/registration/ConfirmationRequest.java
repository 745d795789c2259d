package city.plaza.identity.registration;

import java.util.List;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The code as typed.
 *
 * @param code eight digits; spaces and hyphens among them are ignored
 * @param deviceToken of the last sign-in on this device, if there was one
 */
record ConfirmationRequest(@Nullable Secret code, @Nullable Secret deviceToken) {

	Secret requiredCode() {
		if (this.code == null || this.code.isBlank()) {
			throw RegistrationProblems
				.invalid(List.of(new Problem.FieldError("code", "required", "Enter the code we sent you.")))
				.asException();
		}
		return this.code;
	}

}
