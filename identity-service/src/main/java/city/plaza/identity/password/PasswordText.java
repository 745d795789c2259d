package city.plaza.identity.password;

import java.text.Normalizer;

import city.plaza.identity.secret.Secret;

/** The one form of a password, however the keyboard composes its characters. */
final class PasswordText {

	private PasswordText() {
	}

	/** NIST SP 800-63B-4, section 3.1.1.2: normalised before it is hashed. */
	static String normalized(Secret password) {
		return Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
	}

}
