package city.plaza.platform.guard;

import java.util.List;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Asks every {@link ProductionRule} before the first bean is made. */
class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (Production.appliesTo(environment)) {
			List<String> violations = SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
				.load(ProductionRule.class)
				.stream()
				.flatMap((rule) -> rule.violations(environment).stream())
				.toList();
			if (!violations.isEmpty()) {
				throw new UnsafeSettingException(violations);
			}
		}
	}

}
