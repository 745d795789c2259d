package city.plaza.identity.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a secret: 32 bytes. Two are compared in a time that discloses
 * nothing.
 */
public final class Hash {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	private final byte[] bytes;

	private Hash(byte[] bytes) {
		this.bytes = bytes;
	}

	public static Hash of(byte[] bytes) {
		return new Hash(bytes.clone());
	}

	/** A hash that matches no secret. */
	public static Hash ofNothing() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new Hash(bytes);
	}

	public byte[] bytes() {
		return this.bytes.clone();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Hash hash && MessageDigest.isEqual(hash.bytes, this.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return "***";
	}

}
