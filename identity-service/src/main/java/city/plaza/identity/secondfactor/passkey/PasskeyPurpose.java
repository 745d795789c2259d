package city.plaza.identity.secondfactor.passkey;

/**
 * What a challenge is signed for: signed for one purpose it is worth nothing for another.
 */
public enum PasskeyPurpose {

	/** To add a passkey. */
	REGISTRATION,
	/** To sign in by the passkey alone. */
	SIGN_IN,
	/** To complete a sign-in that a password began. */
	SECOND_STEP,
	/** To prove within a session that it is still its holder. */
	PROOF

}
