package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.secret.Secret;

/**
 * What a browser is signed in with.
 *
 * @param sessionToken for the cookie
 * @param deviceToken for a cookie of its own, which outlives the session
 * @param expiresAt the end of the session, used or not
 */
public record BrowserSessionResponse(Secret sessionToken, Secret deviceToken, Instant expiresAt) {

	public static BrowserSessionResponse of(OpenedSession opened, Secret deviceToken) {
		return new BrowserSessionResponse(opened.secret(), deviceToken, opened.session().endsAt());
	}

}
