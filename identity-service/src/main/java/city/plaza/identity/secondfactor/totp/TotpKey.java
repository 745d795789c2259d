package city.plaza.identity.secondfactor.totp;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import city.plaza.identity.secret.Secret;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.bouncycastle.util.encoders.Base32;

/**
 * What an authenticator app and Plaza share: 20 random bytes (RFC 4226, section 4). They
 * are for HMAC-SHA-1, which is what every app can do.
 */
final class TotpKey {

	/** Steps of 30 seconds before and after the present one whose code is taken, too. */
	static final int DRIFT = 1;

	static final int DIGITS = 6;

	private static final int BYTES = 20;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

	private final byte[] bytes;

	TotpKey(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	byte[] bytes() {
		return this.bytes.clone();
	}

	static TotpKey next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new TotpKey(bytes);
	}

	/** As apps take it by hand. */
	Secret text() {
		return Secret.of(Base32.toBase32String(this.bytes).replace("=", ""));
	}

	/**
	 * The steps, around the present one, of which a code is.
	 * @param typed with gaps or without, in digits of any script
	 * @return the newest; empty where it is the code of none
	 */
	OptionalLong stepOf(Secret typed, Instant now) {
		String code = digits(typed);
		long present = stepAt(now);
		// All of them, so that the time does not tell which one it was.
		List<Long> matching = LongStream.rangeClosed(present - DRIFT, present + DRIFT)
			.filter((step) -> isEqual(codeOf(step), code))
			.boxed()
			.toList();
		return matching.isEmpty() ? OptionalLong.empty() : OptionalLong.of(matching.getLast());
	}

	/** Counts in 30 seconds since 1970. */
	static long stepAt(Instant now) {
		return now.getEpochSecond() / CODES.getTimeStep().toSeconds();
	}

	String codeOf(long step) {
		try {
			return CODES.generateOneTimePasswordString(new SecretKeySpec(this.bytes, CODES.getAlgorithm()),
					Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds()), Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException("The key of an authenticator app is no key", ex);
		}
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private static String digits(Secret typed) {
		StringBuilder digits = new StringBuilder();
		typed.reveal()
			.codePoints()
			.filter(Character::isDigit)
			.map((digit) -> Character.forDigit(Character.digit(digit, 10), 10))
			.forEach(digits::appendCodePoint);
		return digits.toString();
	}

	@Override
	public String toString() {
		return "TotpKey[***]";
	}

}
