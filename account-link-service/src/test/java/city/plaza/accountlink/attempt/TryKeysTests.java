package city.plaza.accountlink.attempt;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.security.ClientAddress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TryKeysTests {

	private static final ResidentId RESIDENT = new ResidentId(UUID.randomUUID());

	private static final ClientAddress CLIENT = ClientAddress.of("192.0.2.7");

	private final TryKeys keys = TryKeys.of(RESIDENT, CLIENT, "100234", "EXAMPLE CUSTOMER");

	@Test
	void keepApartWhatOthersCanUseUp() {
		assertThat(this.keys.own()).extracting(TryKeys.Key::kind)
			.containsExactly(TryKeys.Kind.RESIDENT, TryKeys.Kind.RESIDENT_AND_ACCOUNT);
		assertThat(this.keys.shared()).extracting(TryKeys.Key::kind)
			.containsExactly(TryKeys.Kind.ACCOUNT, TryKeys.Kind.NAME, TryKeys.Kind.NETWORK);
		TryKeys others = TryKeys.of(new ResidentId(UUID.randomUUID()), CLIENT, "100234", "EXAMPLE CUSTOMER");
		assertThat(others.shared()).isEqualTo(this.keys.shared());
		assertThat(digests(others))
			.doesNotContainAnyElementsOf(Stream.concat(this.keys.own().stream(), Stream.of(this.keys.proof()))
				.map(TryKeys.Key::digest)
				.toList());
	}

	@Test
	void keepApartWhatIsCounted() {
		List<String> swapped = digests(TryKeys.of(RESIDENT, CLIENT, "EXAMPLE CUSTOMER", "100234"));
		assertThat(digests(this.keys)).filteredOn(swapped::contains).hasSize(3);
		assertThat(digests(this.keys)).doesNotHaveDuplicates().hasSize(6);
	}

	@Test
	void holdNothingThatWasTyped() {
		assertThat(String.join(" ", digests(this.keys))).doesNotContain("100234", "EXAMPLE", RESIDENT.toString(),
				"192.0.2.7");
	}

	private static List<String> digests(TryKeys keys) {
		return Stream.of(keys.own(), keys.shared(), List.of(keys.proof()))
			.flatMap(List::stream)
			.map(TryKeys.Key::digest)
			.toList();
	}

}
