package city.plaza.identity.social;

import java.util.function.Supplier;

import city.plaza.platform.testing.TestClock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The providers of all tests, and their settings. */
@Configuration(proxyBeanMethods = false)
class StubProviders {

	/**
	 * Two that behave, one whose responses name their issuer, one that is down, one with
	 * tenants.
	 */
	record All(StubProvider first, StubProvider second, StubProvider naming, StubProvider failing) {
	}

	@Bean
	static All behavingAndOthers(TestClock clock) {
		return new All(new StubProvider(clock, false), new StubProvider(clock, false), new StubProvider(clock, true),
				new StubProvider(clock, false));
	}

	@Bean
	static DynamicPropertyRegistrar providerSettings(All stubs) {
		return (properties) -> {
			add(properties, "first", stubs.first()::issuer);
			add(properties, "second", stubs.second()::issuer);
			add(properties, "naming", stubs.naming()::issuer);
			add(properties, "failing", stubs.failing()::issuer);
			add(properties, "nowhere", () -> "http://127.0.0.1:1");
			add(properties, "posing", stubs.first()::issuer);
			properties.add("plaza.identity.social.providers.posing.issuer",
					() -> stubs.first().issuer().replace("127.0.0.1", "localhost"));
			add(properties, "off", stubs.first()::issuer);
			properties.add("plaza.identity.social.providers.off.client-id", () -> "");
			properties.add("plaza.identity.social.providers.first.button.es", () -> "Entrar con Primero");
		};
	}

	private static void add(DynamicPropertyRegistry properties, String name, Supplier<Object> issuer) {
		String prefix = "plaza.identity.social.providers." + name + ".";
		properties.add(prefix + "issuer", issuer);
		properties.add(prefix + "client-id", () -> StubProvider.CLIENT);
		properties.add(prefix + "client-secret", () -> StubProvider.SECRET);
		properties.add(prefix + "name.en", () -> "The " + name);
	}

}
