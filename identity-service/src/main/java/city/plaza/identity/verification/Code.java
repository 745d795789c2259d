package city.plaza.identity.verification;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;

/**
 * A one-time code of eight digits.
 *
 * @param digits what is mailed, or what was typed
 */
record Code(Secret digits) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BOUND = 100_000_000;

	private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");

	static Code next() {
		return new Code(Secret.of(String.format(Locale.ROOT, "%08d", RANDOM.nextInt(BOUND))));
	}

	/** People copy it with gaps and marks around it, and type digits of other scripts. */
	static Code typed(Secret text) {
		StringBuilder digits = new StringBuilder();
		GAPS.matcher(text.reveal())
			.replaceAll("")
			.codePoints()
			.map((digit) -> Character.isDigit(digit) ? Character.forDigit(Character.digit(digit, 10), 10) : digit)
			.forEach(digits::appendCodePoint);
		return new Code(Secret.of(digits.toString()));
	}

	/** What is stored: bound to its own id and to the flow it was mailed for. */
	Hash hash(KeyedHashes hashes, UUID id, CodeFlow flow) {
		return hashes.hash("verification-code", id.toString(), flow.value().toString(), this.digits.reveal());
	}

}
