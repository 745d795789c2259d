package city.plaza.accountlink.attempt;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TryKeysTests {

	private static final UUID RESIDENT = UUID.randomUUID();

	private final TryKeys keys = TryKeys.of(RESIDENT, "100234", "EXAMPLE CUSTOMER");

	@Test
	void areLockedInOneOrder() {
		assertThat(this.keys.digests()).hasSize(3)
			.isSorted()
			.isEqualTo(TryKeys.of(RESIDENT, "100234", "EXAMPLE CUSTOMER").digests());
	}

	@Test
	void keepApartWhatIsCounted() {
		List<String> swapped = TryKeys.of(RESIDENT, "EXAMPLE CUSTOMER", "100234").digests();
		assertThat(this.keys.digests()).filteredOn(swapped::contains).hasSize(1);
	}

	@Test
	void holdNothingThatWasTyped() {
		assertThat(String.join(" ", this.keys.digests())).doesNotContain("100234", "EXAMPLE", RESIDENT.toString());
	}

}
