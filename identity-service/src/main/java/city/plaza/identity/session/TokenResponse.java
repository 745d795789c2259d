package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;

/**
 * What an app is signed in with.
 *
 * @param accessToken for {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds that the access token lives
 * @param refreshToken good once, for the next access token
 */
public record TokenResponse(Secret accessToken, String tokenType, long expiresIn, Secret refreshToken) {
}
