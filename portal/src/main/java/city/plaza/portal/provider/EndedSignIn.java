package city.plaza.portal.provider;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Why a sign-in by a provider ended; each has a text on the page where it began. */
public final class EndedSignIn {

	private static final Set<String> REASONS = Set.of("denied", "expired", "refused", "unavailable", "too-many",
			"staff", "taken");

	private EndedSignIn() {
	}

	/**
	 * Takes a reason from an address or a service.
	 * @param reason as it came
	 * @return one that has a text; empty where there is none
	 */
	public static String read(@Nullable String reason) {
		if (reason == null) {
			return "";
		}
		return REASONS.contains(reason) ? reason : "refused";
	}

}
