package city.plaza.identity.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in as its holder sees it, still going on or not.
 *
 * @param kind app or browser
 * @param device it was opened with
 * @param startedAt the sign-in
 * @param isActive whether it can still be used
 */
record OwnSession(SessionId id, Session.Kind kind, Device device, Instant startedAt, boolean isActive) {

	/** Whether it is the one that asks. */
	boolean is(@Nullable SessionId own) {
		return this.id.equals(own);
	}

}
