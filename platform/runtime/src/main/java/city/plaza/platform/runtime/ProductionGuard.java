package city.plaza.platform.runtime;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * Refuses to start under the profile {@code production} while any property still has a
 * development secret. Every such default begins with {@value #MARK}. Runs before the
 * first bean is made.
 */
class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final String MARK = "dev-only-";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):" + MARK);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("production"))) {
			check(environment);
		}
	}

	private static void check(ConfigurableEnvironment environment) {
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
		if (!found.isEmpty()) {
			throw new DevelopmentSettingsException(found);
		}
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
