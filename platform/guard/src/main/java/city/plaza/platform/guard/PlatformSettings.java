package city.plaza.platform.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/**
 * Adds the settings of the platform's modules that a process has, below all others: what
 * the process sets itself wins, in its own {@code application.yml} too. As in any file, a
 * part may be for a profile, and of two parts the later wins.
 */
class PlatformSettings implements EnvironmentPostProcessor, Ordered {

	/** No name is set in two of them, so that their order does not matter. */
	private static final List<String> FILES = List.of("plaza-runtime.yml", "plaza-security.yml", "plaza-database.yml",
			"plaza-events.yml", "plaza-audit.yml");

	/** Of this module, which is also in processes that have nothing to do with Kafka. */
	private static final String KAFKA_FILE = "plaza-kafka.yml";

	private static final String KAFKA = "org.apache.kafka.clients.CommonClientConfigs";

	private static final String PROFILE = "spring.config.activate.on-profile";

	private final YamlPropertySourceLoader loader = new YamlPropertySourceLoader();

	/** After the process's own files, which may name the profiles. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		ClassLoader classes = application.getClassLoader();
		FILES.forEach((file) -> add(file, environment, classes));
		if (ClassUtils.isPresent(KAFKA, classes)) {
			add(KAFKA_FILE, environment, classes);
		}
	}

	private void add(String file, ConfigurableEnvironment environment, ClassLoader classes) {
		Resource resource = new ClassPathResource(file, classes);
		if (resource.exists()) {
			parts(file, resource).reversed()
				.stream()
				.filter((part) -> isFor(part.getProperty(PROFILE), environment))
				.forEach(environment.getPropertySources()::addLast);
		}
	}

	private List<PropertySource<?>> parts(String file, Resource resource) {
		try {
			return this.loader.load("Plaza's " + file, resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isFor(@Nullable Object profile, ConfigurableEnvironment environment) {
		return profile == null || environment.acceptsProfiles(Profiles.of(profile.toString()));
	}

}
