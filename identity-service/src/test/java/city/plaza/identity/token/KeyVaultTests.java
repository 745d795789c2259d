package city.plaza.identity.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyVaultTests {

	private final KeyVault vault = new KeyVault(new KeySecretSettings("the first key secret"));

	private ECKey key;

	@BeforeEach
	void makeAKey() throws JOSEException {
		this.key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
	}

	@Test
	void opensWhatItClosed() {
		String sealed = this.vault.close(this.key);
		assertThat(this.vault.open("key-1", sealed)).isEqualTo(this.key);
		assertThat(new KeyVault(new KeySecretSettings("the first key secret")).open("key-1", sealed))
			.isEqualTo(this.key);
	}

	@Test
	void closesAKeyDifferentlyEachTime() {
		assertThat(this.vault.close(this.key)).isNotEqualTo(this.vault.close(this.key));
	}

	@Test
	void leavesNothingOfAKeyToBeRead() {
		String sealed = this.vault.close(this.key);
		String bytes = new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1);
		assertThat(sealed + bytes).doesNotContain(this.key.getD().toString(), "key-1", "P-256");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAAA", "not base64!", "c2hvcnQ=", "====" })
	void namesTheSettingWhereAStoredKeyIsNoKey(String stored) {
		refuses(stored);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 8, 16, 40, -1 })
	void opensNothingThatWasAltered(int at) {
		byte[] sealed = Base64.getDecoder().decode(this.vault.close(this.key));
		sealed[(at >= 0) ? at : sealed.length - 1] ^= 1;
		refuses(Base64.getEncoder().encodeToString(sealed));
	}

	@Test
	void opensNothingThatWasCutShort() {
		byte[] sealed = Base64.getDecoder().decode(this.vault.close(this.key));
		refuses(Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, sealed.length - 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fifteen-letters" })
	void takesNoShortSecretAndPrintsNone(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> new KeySecretSettings(secret))
			.withMessageContaining("plaza.identity.key-secret")
			.withMessageNotContaining("fifteen-letters");
		assertThat(new KeySecretSettings("the first key secret").toString()).doesNotContain("first");
	}

	private void refuses(String stored) {
		assertThatIllegalStateException().isThrownBy(() -> this.vault.open("key-1", stored))
			.withMessageContaining("key-1")
			.withMessageContaining("plaza.identity.key-secret")
			.withMessageNotContaining("first key secret");
	}

}
