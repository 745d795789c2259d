package city.plaza.identity.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.secret.TestHashes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownDevicesTests {

	private static final EmailAddress PAT = new EmailAddress("Pat@Example.org");

	private final KnownDevices devices = new KnownDevices(TestHashes.keyed());

	@Test
	void knowADeviceThatSignedInBefore() {
		DeviceToken device = read(this.devices.remember(null, PAT));
		assertThat(this.devices.knows(device, "pat@example.org")).isTrue();
		assertThat(this.devices.knows(device, "kim@example.org")).isFalse();
		assertThat(this.devices.knows(DeviceToken.fresh(), "pat@example.org")).isFalse();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", ".", "made up", "a.b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void giveADeviceWithoutATokenOneOfItsOwn(@Nullable String before) {
		Secret token = this.devices.remember((before != null) ? Secret.of(before) : null, PAT);
		assertThat(read(token).proofs()).hasSize(1);
		assertThat(token).isNotEqualTo(this.devices.remember(null, PAT));
	}

	@Test
	void giveTheSameTokenAgainAtTheNextSignIn() {
		Secret first = this.devices.remember(null, PAT);
		assertThat(this.devices.remember(first, PAT)).isEqualTo(first);
		assertThat(this.devices.remember(first, new EmailAddress("PAT@EXAMPLE.ORG"))).isEqualTo(first);
	}

	/**
	 * The last eight who signed in on a device are known there, in whatever order they
	 * came.
	 */
	@Test
	void rememberTheLastEightOfAFamily() {
		int seed = 20260302;
		Random random = new Random(seed);
		List<Integer> last = new ArrayList<>();
		Secret token = null;
		for (int step = 0; step < 300; step++) {
			Integer who = random.nextInt(12);
			last.remove(who);
			last.addFirst(who);
			token = this.devices.remember(token, new EmailAddress("person" + who + "@example.org"));
			DeviceToken device = read(token);
			for (int person = 0; person < 12; person++) {
				assertThat(this.devices.knows(device, "person" + person + "@example.org"))
					.as("person %s at step %s, seed %s", person, step, seed)
					.isEqualTo(last.indexOf(person) >= 0 && last.indexOf(person) < DeviceToken.MOST_ACCOUNTS);
			}
		}
	}

	private static DeviceToken read(Secret token) {
		return DeviceToken.read(token).orElseThrow();
	}

}
