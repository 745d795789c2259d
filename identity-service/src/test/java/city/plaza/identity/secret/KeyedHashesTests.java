package city.plaza.identity.secret;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyedHashesTests {

	private final KeyedHashes hashes = new KeyedHashes(new CodeSecretSettings("a-secret-of-tests"));

	@Test
	void isTheSameForTheSameParts() {
		assertThat(this.hashes.hash("codes", "pat@example.org"))
			.isEqualTo(this.hashes.hash("codes", "pat@example.org"));
	}

	/** Else a value could be moved from one part to the next and count the same. */
	@Test
	void dependsOnWhereAPartEnds() {
		List<Hash> hashes = List.of(this.hashes.hash("ab", "c"), this.hashes.hash("a", "bc"), this.hashes.hash("abc"),
				this.hashes.hash("", "abc"), this.hashes.hash("abc", ""), this.hashes.hash("1:a", "bc"),
				this.hashes.hash("2:ab1:c"));
		assertThat(hashes).doesNotHaveDuplicates();
	}

	@Test
	void dependsOnTheSecret() {
		KeyedHashes other = new KeyedHashes(new CodeSecretSettings("another-secret-of-tests"));
		assertThat(other.hash("codes", "1")).isNotEqualTo(this.hashes.hash("codes", "1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fifteen-letters" })
	void takesNoShortSecret(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> new CodeSecretSettings(secret))
			.withMessageNotContaining("fifteen-letters");
	}

	@Test
	void printsNoSecret() {
		assertThat(new CodeSecretSettings("a-secret-of-tests").toString()).doesNotContain("a-secret");
		assertThat(this.hashes.hash("codes", "1").toString()).isEqualTo("***");
	}

}
