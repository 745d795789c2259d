package city.plaza.identity.verification;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

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

	static Code next() {
		return new Code(Secret.of(String.format(Locale.ROOT, "%08d", RANDOM.nextInt(BOUND))));
	}

	/** People copy it with the gaps that mails show it with. */
	static Code typed(Secret text) {
		return new Code(Secret.of(text.reveal().replaceAll("[\\s-]", "")));
	}

	/** What is stored: bound to its own id and to the registration it was mailed for. */
	Hash hash(KeyedHashes hashes, UUID id, RegistrationId registration) {
		return hashes.hash("verification-code", id.toString(), registration.toString(), this.digits.reveal());
	}

}
