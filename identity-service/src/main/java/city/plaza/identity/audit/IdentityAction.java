package city.plaza.identity.audit;

import city.plaza.platform.audit.AuditAction;

/** All that identity-service writes down. */
public enum IdentityAction implements AuditAction {

	/** An account came to be: the code of its address was right. */
	REGISTRATION_CONFIRMED,
	/** The account is gone, by its holder's request. */
	ACCOUNT_DELETED,
	/** Somebody signed in. */
	SIGNED_IN,
	/** Signing in failed again and again; the count is a detail. */
	SIGN_IN_FAILED,
	/** A session ended before its time; why is a detail. */
	SESSION_ENDED,
	/** All sessions of an account ended; why is a detail. */
	SESSIONS_ENDED,
	/** Its holder reported a sign-in as somebody else's. */
	SIGN_IN_DISOWNED,
	/** A message to choose a new password was asked for. */
	PASSWORD_RESET_REQUESTED,
	/** A new password was chosen by a mailed code. */
	PASSWORD_RESET,
	/** A new password was chosen by who knew the old one. */
	PASSWORD_CHANGED,
	/** An address is to become the account's. */
	EMAIL_CHANGE_REQUESTED,
	/** Another address is the account's. */
	EMAIL_CHANGED,
	/** The address of before is the account's again. */
	EMAIL_CHANGE_UNDONE,
	/**
	 * A name, an address or a way of contact changed, or a registration was completed;
	 * which is a detail.
	 */
	PROFILE_CHANGED,
	/** All that is known of an account was handed to its holder. */
	DATA_EXPORTED,
	/** Another way to sign in, such as a provider; which is a detail. */
	SIGN_IN_METHOD_ADDED,
	/** One way less. */
	SIGN_IN_METHOD_REMOVED,
	/** A second factor was set up. */
	SECOND_FACTOR_ADDED,
	/** A second factor was taken away. */
	SECOND_FACTOR_REMOVED,
	/** A second factor was wrong again and again. */
	SECOND_FACTOR_FAILED,
	/** New recovery codes were made. */
	RECOVERY_CODES_MADE,
	/** A recovery code stood in for a second factor. */
	RECOVERY_CODE_USED,
	/** A legacy resident's record came back to an account. */
	LEGACY_RESIDENT_RECLAIMED,
	/** Staff imported legacy residents. */
	LEGACY_RESIDENTS_IMPORTED,
	/** Staff looked a resident or a legacy record up. */
	RESIDENT_LOOKED_UP,
	/** Staff had a hint mailed to the address on file. */
	HINT_MAILED,
	/** Somebody was invited to the staff. */
	STAFF_INVITED,
	/** An invitation was taken back. */
	STAFF_INVITATION_WITHDRAWN,
	/** An invitation was accepted. */
	STAFF_JOINED,
	/** A member of staff has other roles. */
	STAFF_ROLES_CHANGED,
	/** A member of staff may not sign in for now. */
	STAFF_SUSPENDED,
	/** A member of staff may sign in again. */
	STAFF_RESTORED,
	/** A member of staff is one no more. */
	STAFF_REMOVED

}
