package city.plaza.platform.runtime;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses plain http to the register and to the keys that tokens are checked with, unless
 * the operator states that nobody else is on the network between the services: on a
 * shared one somebody could answer in their place.
 */
class PrivateNetwork implements ProductionRule {

	private static final Map<String, String> ADDRESSES = new TreeMap<>(
			Map.of("eureka.client.service-url.defaultZone", "eureka.client.service-url.defaultZone (PLAZA_EUREKA_URL)",
					"plaza.security.jwk-set-uri", "plaza.security.jwk-set-uri (PLAZA_JWK_SET_URI)"));

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		if (environment.getProperty("plaza.private-network", Boolean.class, false)) {
			return List.of();
		}
		List<String> plain = ADDRESSES.entrySet()
			.stream()
			.filter((address) -> environment.getProperty(address.getKey(), "").contains("http://"))
			.map(Map.Entry::getValue)
			.toList();
		return plain.isEmpty() ? List.of() : List.of("Production refuses plain http for " + String.join(" and ", plain)
				+ ": use https, or set PLAZA_PRIVATE_NETWORK=true where only Plaza is on that network.");
	}

}
