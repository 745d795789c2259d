package city.plaza.identity.registration;

import city.plaza.identity.secret.Secret;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The code of the email.
 *
 * @param code eight digits; spaces and hyphens among them are ignored
 * @param deviceToken of the last sign-in on this device, if there was one
 */
@Schema(requiredProperties = "code")
record ConfirmationRequest(@Nullable Secret code, @Nullable Secret deviceToken) {

	Secret requiredCode() {
		if (this.code == null || this.code.isBlank()) {
			throw RegistrationProblems.CODE_MISSING.asException();
		}
		return this.code;
	}

}
