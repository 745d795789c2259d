package city.plaza.local.suite;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	@Test
	void waitsLongerEachTimeUpToALimit() {
		Backoff backoff = new Backoff();
		Duration last = Duration.ZERO;
		for (int i = 0; i < 6; i++) {
			Duration next = backoff.after(Duration.ofSeconds(1));
			assertThat(next).isGreaterThan(last);
			last = next;
		}
		backoff.after(Duration.ofSeconds(1));
		assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void beginsAnewAfterAHealthyLife() {
		Backoff backoff = new Backoff();
		Duration first = backoff.after(Duration.ofSeconds(1));
		backoff.after(Duration.ofSeconds(1));
		assertThat(backoff.after(Duration.ofMinutes(5))).isEqualTo(first);
	}

}
