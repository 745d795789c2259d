package city.plaza.identity.session;

import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.secret.TestHashes;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInAttemptTests {

	private static final String EMAIL = "pat@example.org";

	private static final ClientAddress HOME = ClientAddress.of("192.0.2.7");

	private final KnownDevices devices = new KnownDevices(TestHashes.keyed());

	private final SignInAttempt.Keys keys = new SignInAttempt.Keys(TestHashes.keyed(), this.devices);

	private final DeviceToken device = device(this.devices.remember(null, new EmailAddress(EMAIL)));

	@ParameterizedTest
	@ValueSource(strings = { "PAT@Example.ORG", " pat@example.org ", "pat@example.org\n", "\u2003pat@example.org" })
	void countsOneAddressOnceHoweverItIsTyped(String typed) {
		assertThat(this.keys.attempt(typed, HOME, null)).isEqualTo(this.keys.attempt(EMAIL, HOME, null));
	}

	/** Elsewhere they are two people: one must not slow the other down. */
	@ParameterizedTest
	@ValueSource(strings = { "pat+1@example.org", "p.at@example.org", "pat@example.com", "pa@texample.org", "" })
	void countsOtherAddressesApart(String typed) {
		assertThat(own(this.keys.attempt(typed, HOME, null)))
			.doesNotContainAnyElementsOf(own(this.keys.attempt(EMAIL, HOME, null)));
		assertThat(this.keys.attempt(typed, HOME, null).networks())
			.isEqualTo(this.keys.attempt(EMAIL, HOME, null).networks());
	}

	@Test
	void countsAnAccountFromEverywhereAndEachPlaceByItself() {
		SignInAttempt here = this.keys.attempt(EMAIL, HOME, null);
		SignInAttempt there = this.keys.attempt(EMAIL, ClientAddress.of("198.51.100.9"), null);
		assertThat(there.account()).isEqualTo(here.account());
		assertThat(there.place()).isNotEqualTo(here.place());
		assertThat(there.accountOfNetwork()).isNotEqualTo(here.accountOfNetwork());
		assertThat(there.networks()).doesNotContainAnyElementsOf(here.networks());
	}

	@Test
	void usesNoCounterForTwoThings() {
		SignInAttempt attempt = this.keys.attempt(EMAIL, ClientAddress.of("2001:db8:7:1::9"), null);
		assertThat(Stream.concat(own(attempt).stream(), attempt.networks().stream())).doesNotHaveDuplicates()
			.hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:7:1::9, 2001:db8:7:1:ffff::1, 2", "2001:db8:7:1::9, 2001:db8:7:2::9, 1",
			"2001:db8:7:1::9, 2001:db8:8:1::9, 0", "192.0.2.7, 192.0.2.7, 1", "192.0.2.7, 192.0.2.8, 0",
			"::ffff:192.0.2.7, 192.0.2.7, 1" })
	void sharesCountersWithTheSameNetworkAndSite(String one, String other, int shared) {
		List<Hash> networks = this.keys.attempt(EMAIL, ClientAddress.of(one), null).networks();
		assertThat(this.keys.attempt("kim@example.org", ClientAddress.of(other), null).networks())
			.filteredOn(networks::contains)
			.hasSize(shared);
	}

	@Test
	void countsAKnownDeviceByItselfWhereverItIs() {
		SignInAttempt here = this.keys.attempt(EMAIL, HOME, this.device);
		SignInAttempt there = this.keys.attempt(EMAIL, ClientAddress.of("198.51.100.9"), this.device);
		assertThat(here.isFromKnownDevice()).isTrue();
		assertThat(there.place()).isEqualTo(here.place()).isNotEqualTo(this.keys.attempt(EMAIL, HOME, null).place());
	}

	@Test
	void countsADeviceOfAnotherPersonAsAnyOther() {
		assertThat(this.keys.attempt("kim@example.org", HOME, this.device))
			.isEqualTo(this.keys.attempt("kim@example.org", HOME, null));
	}

	@Test
	void believesNoDeviceThatMadeItsProofItself() {
		DeviceToken copied = new DeviceToken(DeviceToken.fresh().id(), this.device.proofs());
		assertThat(this.keys.attempt(EMAIL, HOME, copied)).isEqualTo(this.keys.attempt(EMAIL, HOME, null));
		KnownDevices ofAnotherCity = new KnownDevices(TestHashes.keyed("another-secret-of-tests"));
		DeviceToken foreign = device(ofAnotherCity.remember(null, new EmailAddress(EMAIL)));
		assertThat(this.keys.attempt(EMAIL, HOME, foreign).isFromKnownDevice()).isFalse();
	}

	private static List<Hash> own(SignInAttempt attempt) {
		return List.of(attempt.place(), attempt.account(), attempt.accountOfNetwork());
	}

	private static DeviceToken device(@Nullable Secret token) {
		return DeviceToken.read(token).orElseThrow();
	}

}
