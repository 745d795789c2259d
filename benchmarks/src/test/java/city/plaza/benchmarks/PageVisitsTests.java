package city.plaza.benchmarks;

import java.util.List;
import java.util.Map;

import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageVisitsTests {

	@Test
	void countWhatWasNeitherServedNorRefusedPolitely() {
		Rounds rounds = new Rounds(List.of(sample(Map.of("200", 10L, "503", 3L, "429", 2L)),
				sample(Map.of("200", 1L, "303", 1L, "503 bare", 4L, "500", 5L, "ReadTimeoutException", 6L))));
		assertThat(PageVisits.failed(rounds)).isEqualTo(15);
	}

	private static Sample sample(Map<String, Long> statuses) {
		return new Sample(1, 1, 1, statuses);
	}

}
