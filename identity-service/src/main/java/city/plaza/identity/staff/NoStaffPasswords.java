package city.plaza.identity.staff;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A password in the settings is one that many can read. Staff are invited and choose
 * their own; the settings name staff for development alone.
 */
class NoStaffPasswords implements ProductionRule {

	private static final int MOST = 100;

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		boolean found = IntStream.range(0, MOST)
			.mapToObj((index) -> "plaza.identity.staff[" + index + "].password")
			.anyMatch((name) -> environment.containsProperty(name) || environment.containsProperty(asVariable(name)));
		return found
				? List.of("Production refuses passwords of staff in the settings (plaza.identity.staff): take them "
						+ "out and invite the first administrator, see \"Staff\" in docs/operations.md.")
				: List.of();
	}

	private static String asVariable(String name) {
		return name.replace("[", "_").replace("].", "_").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
