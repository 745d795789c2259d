package city.plaza.identity.security;

import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.database.Codes;
import org.jspecify.annotations.Nullable;

/** What changed about the security of an account. */
public enum SecurityChange {

	/** The holder chose another password. */
	PASSWORD_CHANGED(IdentityAction.PASSWORD_CHANGED),
	/** Someone with a mailed code chose another password. */
	PASSWORD_RESET(IdentityAction.PASSWORD_RESET),
	/** The account signs in with another email address from now on. */
	EMAIL_CHANGED(IdentityAction.EMAIL_CHANGED),
	/** A change of the email address was taken back. */
	EMAIL_RESTORED(IdentityAction.EMAIL_CHANGE_UNDONE),
	/** A provider, named in the detail, can be used to sign in. */
	SIGN_IN_METHOD_ADDED(IdentityAction.SIGN_IN_METHOD_ADDED),
	/** A provider, named in the detail, can no longer be used to sign in. */
	SIGN_IN_METHOD_REMOVED(IdentityAction.SIGN_IN_METHOD_REMOVED),
	/** An authenticator app was added. */
	AUTHENTICATOR_ADDED(IdentityAction.SECOND_FACTOR_ADDED),
	/** An authenticator app was removed. */
	AUTHENTICATOR_REMOVED(IdentityAction.SECOND_FACTOR_REMOVED),
	/** A passkey, named in the detail, was added. */
	PASSKEY_ADDED(IdentityAction.SECOND_FACTOR_ADDED),
	/** A passkey, named in the detail, was removed. */
	PASSKEY_REMOVED(IdentityAction.SECOND_FACTOR_REMOVED),
	/** New recovery codes replaced the ones before. */
	RECOVERY_CODES_REPLACED(IdentityAction.RECOVERY_CODES_MADE),
	/** Someone signed in with a recovery code. */
	RECOVERY_CODE_USED(IdentityAction.RECOVERY_CODE_USED),
	/** The holder ended a session of someone else. */
	SESSION_REPORTED(IdentityAction.SIGN_IN_DISOWNED),
	/**
	 * Someone signed in on a device that the account had not seen before; the trail has
	 * the sign-in.
	 */
	NEW_DEVICE(null),
	/** The account will be deleted, or is. */
	ACCOUNT_DELETED(IdentityAction.ACCOUNT_DELETED);

	private final @Nullable IdentityAction action;

	SecurityChange(@Nullable IdentityAction action) {
		this.action = action;
	}

	/** What the audit trail calls it; null where it is in the trail already. */
	@Nullable IdentityAction action() {
		return this.action;
	}

	String code() {
		return Codes.of(this);
	}

}
