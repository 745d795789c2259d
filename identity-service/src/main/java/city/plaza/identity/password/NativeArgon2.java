package city.plaza.identity.password;

import java.nio.charset.StandardCharsets;

import de.mkammerer.argon2.Argon2Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authors' own, in C. It comes along for Linux, macOS and Windows; its memory is not
 * the heap's.
 */
final class NativeArgon2 implements Argon2 {

	private static final Logger log = LoggerFactory.getLogger(NativeArgon2.class);

	private final de.mkammerer.argon2.Argon2 argon2;

	private final int memory;

	private final int passes;

	private NativeArgon2(int memory, int passes) {
		this.argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT, HASH);
		this.memory = memory;
		this.passes = passes;
	}

	/**
	 * The fastest that this system has. Both make and know the same hashes.
	 * @param memory in KiB
	 * @param passes over it
	 * @return this one, or the one in Java where no native library loads
	 */
	static Argon2 orJava(int memory, int passes) {
		JavaArgon2 java = new JavaArgon2(memory, passes);
		try {
			NativeArgon2 here = new NativeArgon2(memory, passes);
			// Loads the library, and proves that it is the same Argon2.
			if (java.matches("self-test", here.hash("self-test"))) {
				return here;
			}
			log.warn("The native Argon2 of this system makes other hashes; the one in Java is used");
		}
		catch (LinkageError | RuntimeException ex) {
			log.info("No native Argon2 on this system ({}); the one in Java is used", ex.toString());
		}
		return java;
	}

	@Override
	public String hash(String password) {
		return this.argon2.hash(this.passes, this.memory, 1, bytes(password));
	}

	@Override
	public boolean matches(String password, String hash) {
		return this.argon2.verify(hash, bytes(password));
	}

	private static byte[] bytes(String password) {
		return password.getBytes(StandardCharsets.UTF_8);
	}

}
