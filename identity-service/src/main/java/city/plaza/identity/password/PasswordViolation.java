package city.plaza.identity.password;

/** Why a password cannot be taken. */
public enum PasswordViolation {

	/** Nothing was typed. */
	REQUIRED("required", "Enter a password."),
	/** Under {@value PasswordRules#MIN_LENGTH} characters. */
	TOO_SHORT("password-too-short",
			"A password needs " + PasswordRules.MIN_LENGTH
					+ " characters or more. Several words one after the other make a good one."),
	/** Over {@value PasswordRules#MAX_LENGTH} characters. */
	TOO_LONG("password-too-long", "A password has at most " + PasswordRules.MAX_LENGTH + " characters."),
	/** Others try it first. */
	TOO_COMMON("password-too-common",
			"This password is easy to guess: it is made of well-known words, rows of keys, repetitions or your own name. Choose other words.");

	private final String code;

	private final String message;

	PasswordViolation(String code, String message) {
		this.code = code;
		this.message = message;
	}

	public String code() {
		return this.code;
	}

	public String message() {
		return this.message;
	}

}
