package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Who wants to sign in.
 *
 * @param email in any case
 * @param password of the account
 */
record SignInRequest(@NotBlank(message = "Enter your e-mail address.") String email,
		@NotNull(message = "Enter your password.") Secret password) {
}
