package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TallyTests {

	private final Tally tally = new Tally();

	@Test
	void countsServedRefusedAndFailedRequests() {
		this.tally.response(200, false, Duration.ofMillis(3));
		this.tally.response(303, false, Duration.ofMillis(5));
		this.tally.response(503, true, Duration.ofMillis(1));
		this.tally.response(429, true, Duration.ofMillis(1));
		this.tally.response(503, false, Duration.ofMillis(1));
		this.tally.response(500, false, Duration.ofMillis(1));
		this.tally.failure(new IOException("reset"));
		Result result = this.tally.result(4, Duration.ofSeconds(2));
		assertThat(result.rate()).isEqualTo(1.0);
		assertThat(result.refusedPolitely()).isEqualTo(2);
		assertThat(result.failed()).isEqualTo(3);
		assertThat(result.servedMillis(100)).isCloseTo(5.0, within(0.01));
		assertThat(result.described()).isEqualTo("200: 1, 303: 1, 429: 1, 500: 1, 503: 1, 503 bare: 1, IOException: 1");
	}

}
