package city.plaza.identity.token;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SecretVaultTests {

	private static final byte[] SECRET = "twenty bytes of key.".getBytes(StandardCharsets.US_ASCII);

	private final SecretVault vault = new SecretVault(new KeySecretSettings("a key secret of a test"));

	@Test
	void opensWhatItClosed() {
		String sealed = this.vault.close(SECRET, "row 1");
		assertThat(this.vault.open(sealed, "row 1")).isEqualTo(SECRET);
		assertThat(this.vault.close(SECRET, "row 1")).isNotEqualTo(sealed);
	}

	@Test
	void opensNothingThatWasMovedToAnotherRow() {
		String sealed = this.vault.close(SECRET, "row 1");
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open(sealed, "row 2"));
	}

	@Test
	void opensNothingUnderAnotherKeySecretAndNamesTheSetting() {
		String sealed = this.vault.close(SECRET, "row 1");
		SecretVault other = new SecretVault(new KeySecretSettings("another key secret"));
		assertThatIllegalStateException().isThrownBy(() -> other.open(sealed, "row 1"))
			.withMessageContaining("plaza.identity.key-secret")
			.withNoCause();
	}

}
