package city.plaza.identity.secondfactor.recovery;

import java.security.SecureRandom;
import java.util.Locale;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;

/**
 * A code to print: 60 random bits in twelve characters that are not mistaken for each
 * other.
 *
 * @param text without the hyphens it is shown with
 */
record RecoveryCode(Secret text) {

	static final int LENGTH = 12;

	private static final int GROUP = 4;

	/** Crockford's: without I, L, O and U. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	static RecoveryCode next() {
		StringBuilder text = new StringBuilder(LENGTH);
		for (int index = 0; index < LENGTH; index++) {
			text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return new RecoveryCode(Secret.of(text.toString()));
	}

	/** In any case, with gaps or without, and with letters that look like digits. */
	static RecoveryCode typed(Secret typed) {
		String text = typed.reveal().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return new RecoveryCode(Secret.of(text.replace('I', '1').replace('L', '1').replace('O', '0')));
	}

	/** As it is shown. */
	Secret shown() {
		return Secret.of(this.text.reveal().replaceAll("(.{" + GROUP + "})(?!$)", "$1-"));
	}

	Hash hash(KeyedHashes hashes, AccountId account) {
		return hashes.hash("recovery-code", account.toString(), this.text.reveal());
	}

}
