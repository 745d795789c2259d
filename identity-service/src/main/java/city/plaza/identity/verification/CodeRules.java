package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** How often a code may be tried and another one sent. */
final class CodeRules {

	/** Tries of one code. */
	static final int TRIES = 5;

	/** Codes mailed to one address within {@link #WINDOW}. */
	static final int CODES = 5;

	/** What {@link #CODES} are counted in. */
	static final Duration WINDOW = Duration.ofHours(24);

	/** Between one code of a registration and the next. */
	static final Duration PAUSE = Duration.ofSeconds(60);

	/** Whether another code may be sent. */
	sealed interface Decision {

	}

	/** It may. */
	record Allowed() implements Decision {
	}

	/**
	 * The last one may still be on its way.
	 *
	 * @param pause until it may
	 */
	record TooSoon(Duration pause) implements Decision {
	}

	/**
	 * The address had enough of them.
	 *
	 * @param pause until the oldest of them no longer counts
	 */
	record TooMany(Duration pause) implements Decision {
	}

	private CodeRules() {
	}

	/**
	 * Decides on another code.
	 * @param now the moment
	 * @param last when the registration's last code was asked for, if it has one
	 * @param mailed when codes were mailed to the address, oldest first
	 * @return the decision
	 */
	static Decision decide(Instant now, @Nullable Instant last, List<Instant> mailed) {
		if (last != null && now.isBefore(last.plus(PAUSE))) {
			return new TooSoon(Duration.between(now, last.plus(PAUSE)));
		}
		List<Instant> counted = mailed.stream().filter((at) -> at.plus(WINDOW).isAfter(now)).toList();
		if (counted.size() < CODES) {
			return new Allowed();
		}
		Instant free = counted.get(counted.size() - CODES).plus(WINDOW);
		return new TooMany(Duration.between(now, free));
	}

}
