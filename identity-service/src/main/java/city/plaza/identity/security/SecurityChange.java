package city.plaza.identity.security;

import city.plaza.platform.database.Codes;

/** What changed about the security of an account. */
public enum SecurityChange {

	/** The holder chose another password. */
	PASSWORD_CHANGED,
	/** Someone with a mailed code chose another password. */
	PASSWORD_RESET,
	/** The account signs in with another email address from now on. */
	EMAIL_CHANGED,
	/** A change of the email address was taken back. */
	EMAIL_RESTORED,
	/** A provider, named in the detail, can be used to sign in. */
	SIGN_IN_METHOD_ADDED,
	/** A provider, named in the detail, can no longer be used to sign in. */
	SIGN_IN_METHOD_REMOVED,
	/** An authenticator app was added. */
	AUTHENTICATOR_ADDED,
	/** An authenticator app was removed. */
	AUTHENTICATOR_REMOVED,
	/** A passkey, named in the detail, was added. */
	PASSKEY_ADDED,
	/** A passkey, named in the detail, was removed. */
	PASSKEY_REMOVED,
	/** New recovery codes replaced the ones before. */
	RECOVERY_CODES_REPLACED,
	/** Someone signed in with a recovery code. */
	RECOVERY_CODE_USED,
	/** The holder ended a session of someone else. */
	SESSION_REPORTED,
	/** Someone signed in on a device that the account had not seen before. */
	NEW_DEVICE,
	/** The account will be deleted, or is. */
	ACCOUNT_DELETED;

	String code() {
		return Codes.of(this);
	}

}
