package city.plaza.identity.social.provider;

import java.util.List;
import java.util.Map;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses a provider that is not reached by https: anyone on the way could sign in as
 * anybody.
 */
class IssuerRule implements ProductionRule {

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		return Binder.get(environment)
			.bind("plaza.identity.social.providers", Bindable.mapOf(String.class, ProviderSettings.class))
			.orElseGet(Map::of)
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isOn() && !entry.getValue().issuer().startsWith("https://"))
			.map((entry) -> "Production refuses plaza.identity.social.providers." + entry.getKey()
					+ ".issuer without https: " + entry.getValue().issuer())
			.toList();
	}

}
