package city.plaza.identity.limit;

import java.time.Duration;
import java.util.List;

/**
 * Failures one after another, each of which may cost a wait.
 *
 * @param waits after the first failure, the second and so on; the last one stays
 * @param memory how long after the last failure they are forgotten
 */
public record Streak(List<Duration> waits, Duration memory) {

	/**
	 * Where there is no wait, long over: requests at once do not come in the order of
	 * their times.
	 */
	private static final Duration LONG_OVER = Duration.ofHours(-1);

	Long[] seconds() {
		return this.waits.stream()
			.map((wait) -> wait.isZero() ? LONG_OVER : wait)
			.map(Duration::toSeconds)
			.toArray(Long[]::new);
	}

}
