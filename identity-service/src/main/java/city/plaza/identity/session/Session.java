package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A person's sign-in on one device.
 *
 * @param id named by its access tokens
 * @param kind app or browser
 * @param startedAt the sign-in
 * @param expiresAt moves on with each use
 * @param endsAt the end, used or not
 * @param previousSignInAt the account's sign-in before this one, null at first
 */
public record Session(SessionId id, AccountId account, Kind kind, Instant startedAt, Instant expiresAt, Instant endsAt,
		@Nullable Instant previousSignInAt) {

	/** What a session is held with. */
	public enum Kind {

		/** An app: access token and rotating refresh token. */
		MOBILE,
		/** A browser: an opaque token in a cookie that the gateway swaps. */
		BROWSER

	}

	/** Why a session ended before its time. */
	enum EndReason {

		/** Its holder left. */
		SIGNED_OUT("signed-out"),
		/** A refresh token came a second time: one of the two who have it stole it. */
		TOKEN_REUSED("token-reused"),
		/** The password it was opened with is no longer the account's. */
		PASSWORD_CHANGED("password-changed"),

		/** Its tokens name roles that the account no longer has. */
		ROLES_CHANGED("roles-changed"),

		/** The account is no more. */
		ACCOUNT_REMOVED("account-removed");

		private final String code;

		EndReason(String code) {
			this.code = code;
		}

		String code() {
			return this.code;
		}

	}

}
