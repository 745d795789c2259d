package city.plaza.notification.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import city.plaza.platform.database.Codes;

/** How far a notice has come. What is not listed as a move is refused. */
public enum NoticeState {

	/** The resident's address is not known here yet. */
	WAITING_FOR_CONTACT,

	/** A worker may take it. */
	QUEUED,

	/** A worker has it, under a lease; when that ends another may take it over. */
	SENDING,

	/** Did not go through for now; a worker may take it again later. */
	RETRYING,

	/** The mail server took it. */
	DELIVERED,

	/** Not tried again by itself. */
	FAILED,

	/** A younger one of its series took its place before it was sent. */
	REPLACED;

	private static final Map<NoticeState, Set<NoticeState>> MOVES = Map.of(WAITING_FOR_CONTACT,
			EnumSet.of(QUEUED, FAILED), QUEUED, EnumSet.of(SENDING, REPLACED), SENDING,
			EnumSet.of(SENDING, RETRYING, DELIVERED, FAILED, REPLACED), RETRYING, EnumSet.of(SENDING, REPLACED),
			DELIVERED, EnumSet.noneOf(NoticeState.class), FAILED, EnumSet.noneOf(NoticeState.class), REPLACED,
			EnumSet.noneOf(NoticeState.class));

	/** Whether the move is one of the listed. */
	public boolean mayBecome(NoticeState next) {
		return MOVES.getOrDefault(this, Set.of()).contains(next);
	}

	/** Whether it stays so. */
	public boolean isFinal() {
		return MOVES.getOrDefault(this, Set.of()).isEmpty();
	}

	/** The name in the database and in the API. */
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Finds a state.
	 * @param code as {@link #code} gives it
	 * @return the state
	 */
	public static NoticeState of(String code) {
		return Codes.constant(NoticeState.class, code);
	}

	/** All listed moves as {@code sending>delivered}, for updates of many notices. */
	public static String[] moves() {
		return Arrays.stream(values())
			.flatMap((
					from) -> Arrays.stream(values()).filter(from::mayBecome).map((to) -> from.code() + ">" + to.code()))
			.toArray(String[]::new);
	}

	/** The codes of all states that may become this one, for conditional updates. */
	public String[] sources() {
		return Arrays.stream(values())
			.filter((state) -> state.mayBecome(this))
			.map(NoticeState::code)
			.toArray(String[]::new);
	}

}
