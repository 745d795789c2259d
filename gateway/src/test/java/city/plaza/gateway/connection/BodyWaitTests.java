package city.plaza.gateway.connection;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class BodyWaitTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final BodyWait wait = new BodyWait(Duration.ofSeconds(10), DataSize.ofBytes(100));

	BodyWaitTests() {
		this.wait.begin();
	}

	@Test
	void givesAFixedTimeFirst() {
		assertThat(this.wait.wanted(0)).isEqualTo(10 * SECOND);
	}

	@Test
	void takesAwayWhatWasWaitedAndAddsWhatArrived() {
		this.wait.wanted(0);
		this.wait.arrived(200, 3 * SECOND);
		assertThat(this.wait.wanted(3 * SECOND)).isEqualTo(9 * SECOND);
	}

	@Test
	void doesNotCountTimeInWhichNothingIsWanted() {
		this.wait.wanted(0);
		this.wait.arrived(0, SECOND);
		assertThat(this.wait.wanted(60 * SECOND)).isEqualTo(9 * SECOND);
	}

	@Test
	void countsOneWaitOnceHoweverOftenMoreIsWanted() {
		this.wait.wanted(0);
		assertThat(this.wait.wanted(4 * SECOND)).isEqualTo(6 * SECOND);
		this.wait.arrived(0, 4 * SECOND);
		assertThat(this.wait.wanted(4 * SECOND)).isEqualTo(6 * SECOND);
	}

	@Test
	void endsForOneThatDrips() {
		long now = 0;
		int seconds = 0;
		while (this.wait.wanted(now) > SECOND) {
			now += SECOND;
			this.wait.arrived(1, now);
			seconds++;
		}
		assertThat(seconds).isBetween(9, 11);
	}

	@Test
	void beginsAnewWithTheNextRequest() {
		this.wait.wanted(0);
		this.wait.arrived(0, 9 * SECOND);
		this.wait.begin();
		assertThat(this.wait.wanted(9 * SECOND)).isEqualTo(10 * SECOND);
	}

}
