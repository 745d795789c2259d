package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyRingTests {

	private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

	@Test
	void signsWithTheOnlyKeyAtOnce() throws JOSEException {
		assertThat(new KeyRing(List.of(key(1, NOW))).signing(NOW).getKeyID()).isEqualTo("1");
	}

	@Test
	void signsWithANewKeyOnceEveryInstanceCouldReadIt() throws JOSEException {
		KeyRing ring = new KeyRing(List.of(key(1, NOW.minus(Duration.ofDays(90))), key(2, NOW)));
		assertThat(ring.signing(NOW).getKeyID()).isEqualTo("1");
		assertThat(ring.signing(NOW.plus(KeyRing.PUBLISHED_BEFORE).minusMillis(1)).getKeyID()).isEqualTo("1");
		assertThat(ring.signing(NOW.plus(KeyRing.PUBLISHED_BEFORE)).getKeyID()).isEqualTo("2");
	}

	@Test
	void publishesAllKeysWithoutTheirPrivateParts() throws JOSEException {
		KeyRing ring = new KeyRing(List.of(key(1, NOW), key(2, NOW)));
		assertThat(ring.published(NOW).getKeys()).hasSize(2).noneMatch((key) -> key.isPrivate());
	}

	@Test
	void publishesAReplacedKeyUntilItsLastTokenHasExpired() throws JOSEException {
		KeyRing ring = new KeyRing(List.of(key(3, NOW.minus(Duration.ofDays(90))), key(4, NOW)));
		Instant replaced = NOW.plus(KeyRing.PUBLISHED_BEFORE);
		Instant gone = replaced.plus(TokenSettings.LONGEST_LIFE).plus(Duration.ofMinutes(1));
		assertThat(ring.published(gone.minusMillis(1)).getKeys()).hasSize(2);
		assertThat(ring.retired(gone.minusMillis(1))).isEmpty();
		assertThat(ring.published(gone).getKeys()).extracting(JWK::getKeyID).containsExactly("4");
		assertThat(ring.retired(gone)).extracting(SigningKey::generation).containsExactly(3);
	}

	@Test
	void neverRetiresTheNewest() throws JOSEException {
		KeyRing ring = new KeyRing(List.of(key(1, NOW)));
		assertThat(ring.retired(NOW.plus(Duration.ofDays(10_000)))).isEmpty();
	}

	@Test
	void isNeverEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new KeyRing(List.of()));
	}

	@Test
	void opensStoredKeysWithTheirSecretOnly() throws JOSEException {
		ECKey key = key(1, NOW).key();
		String sealed = new KeyVault(new KeySecretSettings("the first key secret")).close(key);
		assertThat(sealed).doesNotContain(key.getD().toString());
		assertThat(new KeyVault(new KeySecretSettings("the first key secret")).open("1", sealed)).isEqualTo(key);
		assertThatIllegalStateException()
			.isThrownBy(() -> new KeyVault(new KeySecretSettings("the second key secret")).open("1", sealed))
			.withMessageContaining("plaza.identity.key-secret")
			.withMessageNotContaining("second key secret");
		assertThatIllegalArgumentException().isThrownBy(() -> new KeySecretSettings("tooshort"))
			.withMessageNotContaining("tooshort");
	}

	private static SigningKey key(int generation, Instant createdAt) throws JOSEException {
		return new SigningKey(generation,
				new ECKeyGenerator(Curve.P_256).keyID(Integer.toString(generation)).generate(), createdAt);
	}

}
