package city.plaza.client;

/**
 * What a caller is signed in with.
 *
 * @param expiresIn seconds that the access token lives
 * @param refreshToken good once, for the next access token
 */
public record Tokens(String accessToken, long expiresIn, String refreshToken) {
}
