package city.plaza.platform.guard;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Refuses secrets that everybody knows. Every such default begins with {@value #MARK}.
 */
class DevelopmentSecrets implements ProductionRule {

	static final String MARK = "dev-only-";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):" + MARK);

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		TreeSet<String> found = new TreeSet<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> listed) {
				for (String name : listed.getPropertyNames()) {
					if (isForDevelopment(environment, name)) {
						found.add(named(name, listed.getProperty(name)));
					}
				}
			}
		}
		return found.isEmpty() ? List.of() : List.of("Production refuses the development value of "
				+ String.join(", ", found)
				+ ": give each a secret value of its own (the profile 'development' is for machines where nothing is real).");
	}

	private static boolean isForDevelopment(ConfigurableEnvironment environment, String name) {
		try {
			return Optional.ofNullable(environment.getProperty(name))
				.filter((value) -> value.startsWith(MARK))
				.isPresent();
		}
		catch (IllegalArgumentException unresolved) {
			// A placeholder without a value stops whoever needs it, with its own message.
			return false;
		}
	}

	private static String named(String name, @Nullable Object raw) {
		Matcher variable = VARIABLE.matcher(String.valueOf(raw));
		return variable.find() ? name + " (set " + variable.group(1) + ")" : name;
	}

}
