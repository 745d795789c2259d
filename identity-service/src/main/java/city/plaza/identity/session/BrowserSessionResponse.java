package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.secret.Secret;

/**
 * What a browser is signed in with.
 *
 * @param sessionToken for the cookie
 * @param expiresAt the end of the session, used or not
 */
public record BrowserSessionResponse(Secret sessionToken, Instant expiresAt) {

	public static BrowserSessionResponse of(OpenedSession opened) {
		return new BrowserSessionResponse(opened.secret(), opened.session().endsAt());
	}

}
