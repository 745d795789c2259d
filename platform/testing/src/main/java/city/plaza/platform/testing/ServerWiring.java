package city.plaza.platform.testing;

import java.util.List;
import java.util.Map;

import city.plaza.platform.testing.api.DescribedResponses;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * Gives a service under test the addresses of its servers, by the same variables as in
 * production. A server starts when its variable is first read: a module without a
 * database waits for none.
 */
record ServerWiring() implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
		ConfigurableEnvironment environment = context.getEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		// A test's own @TestPropertySource has the last word.
		addBelowTheTestsOwn(sources,
				new MapPropertySource("plazaTest",
						Map.of("eureka.client.enabled", "false",
								"spring.cloud.service-registry.auto-registration.enabled", "false",
								// What is tried again waits for a fetch that is under
								// way.
								"spring.kafka.consumer.fetch-max-wait", "100ms", "plaza.security.jwk-set-uri",
								TestTokens.jwkSetUri())));
		addBelowTheTestsOwn(sources, new Addresses(environment.getProperty("plaza.database.name")));
		GenericApplicationContext beans = (GenericApplicationContext) context;
		beans.registerBean(TestEvents.class, () -> new TestEvents(Servers.kafka()),
				(definition) -> definition.setLazyInit(true));
		if (ClassUtils.isPresent("city.plaza.platform.openapi.Problems", null)) {
			beans.registerBean(DescribedResponses.class, () -> new DescribedResponses(environment));
		}
		beans.registerBean(TestMail.class, () -> new TestMail(Servers.smtp()),
				(definition) -> definition.setLazyInit(true));
	}

	private static void addBelowTheTestsOwn(MutablePropertySources sources, PropertySource<?> source) {
		String own = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
		if (sources.contains(own)) {
			sources.addAfter(own, source);
		}
		else {
			sources.addFirst(source);
		}
	}

	private static final class Addresses extends PropertySource<String> {

		private final @Nullable String database;

		Addresses(@Nullable String database) {
			super("plazaTestServers");
			this.database = database;
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return switch (name) {
				case "PLAZA_DB_HOST" -> database().host();
				case "PLAZA_DB_PORT" -> database().port();
				case "PLAZA_DB_USER" -> database().user();
				case "PLAZA_DB_PASSWORD" -> database().password();
				case "PLAZA_KAFKA_SERVERS" -> Servers.kafka();
				case "PLAZA_SMTP_HOST" -> "localhost";
				case "PLAZA_SMTP_PORT" -> Servers.smtp().getSmtp().getPort();
				default -> null;
			};
		}

		private Database database() {
			if (this.database == null) {
				throw new IllegalStateException("Set plaza.database.name: it names the service's database");
			}
			return Servers.database(this.database);
		}

	}

	/** Found by {@link PlazaTest}. */
	static class Factory implements ContextCustomizerFactory {

		@Override
		public ContextCustomizer createContextCustomizer(Class<?> testClass,
				List<ContextConfigurationAttributes> attributes) {
			return new ServerWiring();
		}

	}

}
