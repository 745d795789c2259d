package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to sign in.
 *
 * @param email in any case
 * @param password as it was registered
 * @param deviceToken of the last sign-in on this device, if there was one: then other
 * people's failures do not slow this one down
 */
public record SignInRequest(@NotBlank(message = "Enter your e-mail address.") String email,
		@NotNull(message = "Enter your password.") Secret password, @Nullable Secret deviceToken) {
}
