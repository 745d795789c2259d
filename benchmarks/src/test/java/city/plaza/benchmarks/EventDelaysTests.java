package city.plaza.benchmarks;

import java.util.Map;
import java.util.UUID;

import city.plaza.benchmarks.load.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EventDelaysTests {

	private final UUID one = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	@Test
	void countsWhatCameAndWhatWasLost() {
		Sample sample = EventDelays.sample(5, Map.of(this.one, 1_000_000L, this.other, 2_000_000L),
				Map.of(this.one, 1_004_000L, UUID.randomUUID(), 9_000_000L));
		assertThat(sample.rate()).isCloseTo(250, within(0.01));
		assertThat(sample.p50()).isCloseTo(4, within(0.01));
		assertThat(sample.statuses()).containsOnly(Map.entry("applied", 1L), Map.entry("lost", 1L),
				Map.entry("not written", 3L));
	}

	@Test
	void losesAllWhereNoneCame() {
		Sample sample = EventDelays.sample(1, Map.of(this.one, 1L), Map.of());
		assertThat(sample.p99()).isNaN();
		assertThat(sample.statuses()).containsEntry("lost", 1L);
	}

}
