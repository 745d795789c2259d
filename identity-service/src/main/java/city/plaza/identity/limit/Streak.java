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

	Long[] seconds() {
		return this.waits.stream().map(Duration::toSeconds).toArray(Long[]::new);
	}

}
