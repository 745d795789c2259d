package city.plaza.identity.session;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.secret.Secret;

/**
 * A sign-in whose second step is still to come. It is no session: nothing can be read or
 * changed with it.
 *
 * @param token to go on with; stored nowhere
 * @param methods that the account can go on with, at least one
 * @param expiresAt when to begin anew
 */
public record PendingSignIn(Secret token, List<SecondStep.Method> methods, Instant expiresAt) {
}
