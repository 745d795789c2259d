package city.plaza.identity.session;

import java.util.List;

import city.plaza.identity.secret.Secret;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an app is signed in with.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds that the access token lives
 * @param refreshToken good once, for the next access token
 * @param deviceToken to keep for the next sign-in on this device; only after a sign-in
 * @param recoveryCodes to show once; only after a sign-in that added a second factor
 */
public record TokenResponse(Secret accessToken, String tokenType, long expiresIn, Secret refreshToken,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Secret deviceToken,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Secret> recoveryCodes) {
}
