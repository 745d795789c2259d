package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How failed sign-ins slow down the next ones. They count per e-mail address and client
 * address together: who guesses is slowed, the resident at home is not.
 */
final class SignInRules {

	/** Failures that cost nothing. */
	static final int FREE = 9;

	/** The wait after the next one; it doubles with each. */
	static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	/** The longest wait. */
	static final Duration LONGEST_WAIT = Duration.ofHours(1);

	/** Without another one, failures count no more after this. */
	static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

	private SignInRules() {
	}

	/** The wait after the first failure, the second and so on; the last one stays. */
	static List<Duration> waits() {
		Stream<Duration> growing = Stream.iterate(FIRST_WAIT, (wait) -> wait.compareTo(LONGEST_WAIT) < 0,
				(wait) -> wait.multipliedBy(2));
		return Stream.of(Stream.generate(() -> Duration.ZERO).limit(FREE), growing, Stream.of(LONGEST_WAIT))
			.flatMap((part) -> part)
			.toList();
	}

}
