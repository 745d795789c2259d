package city.plaza.platform.failure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The states that PostgreSQL reports errors with (appendix A of its manual). */
final class SqlState {

	private static final String QUERY_CANCELED = "57014";

	/** Connection exceptions (08) and insufficient resources (53). */
	private static final Set<String> CLASSES_OF_OUTAGE = Set.of("08", "53");

	/**
	 * Of a server that is stopping, starting or read-only (a standby), failed on its
	 * disk, or was busy with others. A statement timeout (57014) is not one of them: the
	 * same statement may run into it for ever.
	 */
	private static final Set<String> STATES_OF_OUTAGE = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "40001",
			"40P01", "55P03", "58030", "25006");

	private SqlState() {
	}

	static boolean isKnown(@Nullable String state) {
		return state != null && state.length() == 5;
	}

	static boolean isTimeout(@Nullable String state) {
		return QUERY_CANCELED.equals(state);
	}

	static boolean isOutage(@Nullable String state) {
		return state != null && isKnown(state)
				&& (STATES_OF_OUTAGE.contains(state) || CLASSES_OF_OUTAGE.contains(state.substring(0, 2)));
	}

}
