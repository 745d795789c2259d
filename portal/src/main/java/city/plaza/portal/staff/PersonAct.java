package city.plaza.portal.staff;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What is asked once more before it is done. */
enum PersonAct {

	/** May not sign in for now. */
	SUSPEND,
	/** May sign in again. */
	RESTORE,
	/** Is no member any more. */
	REMOVE,
	/** The invitation is taken back. */
	WITHDRAW;

	private static final Set<String> DONE = Set.of("invited", "changed", "suspend", "restore", "remove", "withdraw");

	/** As addresses and texts name it. */
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What a page reports as done; null where the address names nothing of that kind. */
	static @Nullable String doneOf(@Nullable String code) {
		return (code != null && DONE.contains(code)) ? code : null;
	}

}
