package city.plaza.identity.password;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class Argon2Tests {

	private static final int MEMORY = 19456;

	private static final String PASSWORD = "nine quiet herons wade - \u00e4\ud83e\udda2";

	private static final Argon2 JAVA = new JavaArgon2(MEMORY, 2);

	private static final Argon2 HERE = NativeArgon2.orJava(MEMORY, 2);

	static List<Argon2> both() {
		return List.of(JAVA, HERE);
	}

	@ParameterizedTest
	@MethodSource("both")
	void makesHashesThatTheOtherKnows(Argon2 one) {
		String hash = one.hash(PASSWORD);
		assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSize(97);
		for (Argon2 other : both()) {
			assertThat(other.matches(PASSWORD, hash)).isTrue();
			assertThat(other.matches(PASSWORD + " ", hash)).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("both")
	void knowsHashesOfOtherParameters(Argon2 one) {
		assertThat(one.matches(PASSWORD, new JavaArgon2(2 * MEMORY, 3).hash(PASSWORD))).isTrue();
	}

	@ParameterizedTest
	@MethodSource("both")
	void matchesNothingWithWhatIsNoHash(Argon2 one) {
		for (String broken : List.of("", "$argon2id$", "$2b$10$abcdefghijklmnopqrstuv",
				JAVA.hash(PASSWORD).substring(0, 60))) {
			assertThat(one.matches(PASSWORD, broken)).isFalse();
		}
	}

	@Test
	void hashesInNativeCodeOnTheSystemsOfOurs() {
		boolean ours = System.getProperty("os.name").equals("Linux")
				&& System.getProperty("os.arch").matches("amd64|aarch64");
		assertThat(HERE).isInstanceOf(ours ? NativeArgon2.class : Argon2.class);
	}

}
