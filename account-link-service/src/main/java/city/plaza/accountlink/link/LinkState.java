package city.plaza.accountlink.link;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a link stands. What is not listed as a move is refused. */
enum LinkState {

	/** The resident sees and pays the customer's bills. */
	STANDING,

	/**
	 * Another resident of the account has disputed it: no access, and no new link, until
	 * the help desk has looked at it.
	 */
	SUSPENDED,

	/** Over for good; a new link is another one. */
	ENDED;

	private static final Map<LinkState, Set<LinkState>> MOVES = Map.of(STANDING, EnumSet.of(SUSPENDED, ENDED),
			SUSPENDED, EnumSet.of(ENDED), ENDED, EnumSet.noneOf(LinkState.class));

	boolean mayBecome(LinkState next) {
		return MOVES.getOrDefault(this, Set.of()).contains(next);
	}

	/** The name in the database. */
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The codes of all states that may become this one, for conditional updates. */
	String[] sources() {
		return Arrays.stream(values())
			.filter((state) -> state.mayBecome(this))
			.map(LinkState::code)
			.toArray(String[]::new);
	}

}
