package city.plaza.platform.guard;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Whether residents may be real here. They may, unless the profile {@code development} is
 * named: a forgotten profile must not open anything.
 */
public final class Production {

	/** The profile expression of beans that exist in production only. */
	public static final String PROFILE = "!development";

	private static final Profiles PROFILES = Profiles.of(PROFILE);

	private Production() {
	}

	/**
	 * Whether production's rules apply to a process.
	 * @param environment of the process
	 * @return false only where the profile {@code development} is active
	 */
	public static boolean appliesTo(Environment environment) {
		return environment.acceptsProfiles(PROFILES);
	}

}
