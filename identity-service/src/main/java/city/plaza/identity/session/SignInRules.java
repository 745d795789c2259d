package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.limit.Streak;
import city.plaza.identity.limit.Window;

/**
 * How failed sign-ins slow down the next ones. They count three times: for the account
 * from one network, for the account from everywhere, and for the network. A device that
 * has signed in to the account before counts by itself alone, so that no attacker can
 * keep its holder out.
 */
final class SignInRules {

	/** Failures that cost nothing. */
	static final int FREE = 9;

	/** The wait after the next one; it doubles with each. */
	static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	/** The longest wait. */
	static final Duration LONGEST_WAIT = Duration.ofHours(1);

	/** Of an account from one network, or from one device of its holder. */
	static final Streak FROM_ONE_PLACE = new Streak(waits(FREE), Duration.ofDays(1));

	/**
	 * Of an account from all devices that never signed in to it, one after another (NIST
	 * SP 800-63B-4, section 3.2.2). From then on they wait.
	 */
	static final int IN_A_ROW = 100;

	/** See {@link #IN_A_ROW}. */
	static final Streak FROM_EVERYWHERE = new Streak(
			Stream.concat(Stream.generate(() -> Duration.ZERO).limit(IN_A_ROW - 1), Stream.of(LONGEST_WAIT)).toList(),
			Duration.ofDays(30));

	/** An account counts once in it for its network. */
	static final Window ONCE = new Window(1, Duration.ofHours(1));

	/** Accounts that failed from one household's network. */
	static final Window ACCOUNTS_OF_NETWORK = new Window(40, Duration.ofHours(1));

	/** Accounts that failed from all networks of one customer of a provider. */
	static final Window ACCOUNTS_OF_SITE = new Window(160, Duration.ofHours(1));

	private SignInRules() {
	}

	/** The wait after the first failure, the second and so on; the last one stays. */
	private static List<Duration> waits(int free) {
		Stream<Duration> growing = Stream.iterate(FIRST_WAIT, (wait) -> wait.compareTo(LONGEST_WAIT) < 0,
				(wait) -> wait.multipliedBy(2));
		return Stream.of(Stream.generate(() -> Duration.ZERO).limit(free), growing, Stream.of(LONGEST_WAIT))
			.flatMap((part) -> part)
			.toList();
	}

}
