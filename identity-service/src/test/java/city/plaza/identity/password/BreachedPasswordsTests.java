package city.plaza.identity.password;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BreachedPasswordsTests {

	private final BreachedPasswords breached = new BreachedPasswords();

	@ParameterizedTest
	@ValueSource(
			strings = { "gargoylecarpathian", "GARGOYLECARPATHIAN", " gargoylecarpathian ", "GargoyleCarpathian\n" })
	void areKnownInAnyCaseAndWithSpaceAround(String password) {
		assertThat(this.breached.contains(password)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "gargoyle carpathian", "gargoylecarpathia", "gargoylecarpathians", "\ud83e\udda2" })
	void areNotKnownInPart(String password) {
		assertThat(this.breached.contains(password)).isFalse();
	}

	@Test
	void holdNoPasswordMadeByChance() {
		Random random = new Random(20260302);
		for (int round = 0; round < 20_000; round++) {
			assertThat(this.breached.contains(Long.toString(random.nextLong(), 36) + "-" + round)).isFalse();
		}
	}

}
