package city.plaza.identity.password;

import java.util.Objects;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Bouncy Castle's, in Java: runs everywhere. */
final class JavaArgon2 implements Argon2 {

	private final Argon2PasswordEncoder encoder;

	JavaArgon2(int memory, int passes) {
		this.encoder = new Argon2PasswordEncoder(SALT, HASH, 1, memory, passes);
	}

	@Override
	public String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password), "A password that is there has a hash");
	}

	@Override
	public boolean matches(String password, String hash) {
		return this.encoder.matches(password, hash);
	}

}
