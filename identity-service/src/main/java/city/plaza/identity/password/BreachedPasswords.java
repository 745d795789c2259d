package city.plaza.identity.password;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;

import org.springframework.stereotype.Component;

/**
 * The passwords of {@value PasswordRules#MIN_LENGTH} characters and more that were in
 * breaches. Of each the list holds the first eight bytes of a hash: a random password is
 * in it by chance once in 10^15.
 */
@Component
class BreachedPasswords {

	private final long[] hashes;

	BreachedPasswords() {
		ByteBuffer list = ByteBuffer.wrap(PasswordList.bytes("breached.bin"));
		this.hashes = new long[list.remaining() / Long.BYTES];
		list.asLongBuffer().get(this.hashes);
		Arrays.sort(this.hashes);
	}

	/** Whether it is one of them, in upper or lower case. */
	boolean contains(String password) {
		return Arrays.binarySearch(this.hashes, hash(password.strip().toLowerCase(Locale.ROOT))) >= 0;
	}

	int size() {
		return this.hashes.length;
	}

	private static long hash(String password) {
		return ByteBuffer.wrap(OpaqueTokens.hash(Secret.of(password)).bytes()).getLong();
	}

}
