package city.plaza.billing.lookup;

import java.time.Duration;
import java.util.List;

import city.plaza.billing.lookup.TryKey.Kind;
import city.plaza.platform.security.ClientAddress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TryKeysTests {

	private final TryKeys keys = new TryKeys(settings("a secret"));

	@Test
	void areTheNetworkTheCustomerAndTheBill() {
		assertThat(of("198.51.100.7", "100234", "62825")).extracting(TryKey::kind)
			.containsExactlyInAnyOrder(Kind.NETWORK, Kind.CUSTOMER, Kind.BILL);
	}

	@Test
	void countAHouseholdOfIpv6AndTheSiteAroundIt() {
		List<TryKey> one = of("2001:db8:1:2::7", "1", "2");
		assertThat(one).hasSize(4).containsExactlyInAnyOrderElementsOf(of("2001:db8:1:2:ffff::8", "1", "2"));
		assertThat(of("2001:db8:1:3::7", "1", "2")).filteredOn((key) -> !one.contains(key))
			.extracting(TryKey::kind)
			.containsExactly(Kind.NETWORK);
		assertThat(of("2001:db8:2:2::7", "1", "2")).filteredOn((key) -> !one.contains(key))
			.extracting(TryKey::kind)
			.containsExactlyInAnyOrder(Kind.NETWORK, Kind.SITE);
	}

	@Test
	void areTheSameForEverySpelling() {
		assertThat(of("198.51.100.7", " c-1 0", "62–825"))
			.containsExactlyElementsOf(of("198.51.100.7", "C10", "6 2825"));
	}

	@Test
	void takeNoCustomerForABill() {
		assertThat(of("198.51.100.7", "1", "1")).doesNotHaveDuplicates();
	}

	@Test
	void standInOneOrderSoThatNoTwoTriesWaitForEachOther() {
		assertThat(of("2001:db8::1", "7", "3")).extracting(TryKey::digest).isSorted();
	}

	@Test
	void showNobodyWhatWasTyped() {
		assertThat(of("198.51.100.7", "100234", "62825")).noneMatch((key) -> key.digest().contains("62825"));
		assertThat(new TryKeys(settings("another")).of(request("198.51.100.7", "100234", "62825")))
			.doesNotContainAnyElementsOf(of("198.51.100.7", "100234", "62825"));
		assertThat(settings("a secret")).asString().doesNotContain("a secret");
	}

	private List<TryKey> of(String address, String customer, String bill) {
		return this.keys.of(request(address, customer, bill));
	}

	private static LookupRequest request(String address, String customer, String bill) {
		return new LookupRequest(ClientAddress.of(address), NumberTyped.of(customer), NumberTyped.of(bill));
	}

	private static LookupSettings settings(String secret) {
		return new LookupSettings(30, Duration.ofHours(1), 10, Duration.ofHours(24), Duration.ofMinutes(30), secret);
	}

}
