package city.plaza.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

	/**
	 * Keys made at any times, read by services that look every few minutes: each token is
	 * signed with a key that all could read before, and that is published until the token
	 * has expired everywhere, where clocks differ by less than half a minute.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void signsOnlyWithKeysThatEverybodyHasWhileATokenLives(int seed) throws JOSEException {
		Random random = new Random(seed);
		List<SigningKey> keys = new ArrayList<>(List.of(key(1, NOW)));
		for (int generation = 2; generation <= 6; generation++) {
			Instant before = keys.getLast().createdAt();
			keys.add(key(generation, before.plus(Duration.ofDays(1)).plusSeconds(random.nextInt(7_200))));
		}
		KeyRing all = new KeyRing(keys);
		for (int number = 0; number < 500; number++) {
			Instant at = NOW.plusSeconds(300 + random.nextInt(6 * 90_000));
			KeyRing ring = known(keys, at.minusSeconds(random.nextInt(301)));
			String signing = ring.signing(at).getKeyID();
			SigningKey key = keys.stream()
				.filter((one) -> one.key().getKeyID().equals(signing))
				.findFirst()
				.orElseThrow();
			String place = "seed %s, at %s, key %s".formatted(seed, at, signing);
			assertThat(key.generation() == 1 || !key.createdAt().plus(KeyRing.PUBLISHED_BEFORE).isAfter(at)).as(place)
				.isTrue();
			for (int skew = -30; skew <= 30; skew += 15) {
				assertThat(all.published(at.plus(TokenSettings.LONGEST_LIFE).plusSeconds(skew)).getKeyByKeyId(signing))
					.as(place)
					.isNotNull();
				assertThat(ring.published(at.plusSeconds(skew)).getKeyByKeyId(signing)).as(place).isNotNull();
			}
		}
	}

	@Test
	void signsWithTheOlderKeyWhereAnotherInstanceIsTenMinutesAhead() throws JOSEException {
		KeyRing ring = new KeyRing(
				List.of(key(1, NOW.minus(Duration.ofDays(90))), key(2, NOW.plus(Duration.ofMinutes(10)))));
		assertThat(ring.signing(NOW).getKeyID()).isEqualTo("1");
		assertThat(ring.published(NOW).getKeys()).hasSize(2);
		assertThat(ring.retired(NOW)).isEmpty();
	}

	@Test
	void signsWithTheFirstKeyWhereTheClockOfItsMakerIsAhead() throws JOSEException {
		assertThat(new KeyRing(List.of(key(1, NOW.plus(Duration.ofMinutes(10))))).signing(NOW).getKeyID())
			.isEqualTo("1");
	}

	@Test
	void keepsNoListThatOthersChange() throws JOSEException {
		List<SigningKey> keys = new ArrayList<>(List.of(key(1, NOW)));
		KeyRing ring = new KeyRing(keys);
		keys.clear();
		assertThat(ring.newest().generation()).isEqualTo(1);
		assertThat(ring.toString()).doesNotContain(String.valueOf(ring.newest().key().getD()));
	}

	/** What an instance can have read by then. */
	private static KeyRing known(List<SigningKey> keys, Instant at) {
		return new KeyRing(keys.stream().filter((key) -> !key.createdAt().isAfter(at)).toList());
	}

	private static SigningKey key(int generation, Instant createdAt) throws JOSEException {
		return new SigningKey(generation,
				new ECKeyGenerator(Curve.P_256).keyID(Integer.toString(generation)).generate(), createdAt);
	}

}
