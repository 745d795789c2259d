package city.plaza.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses plain http between the services, to the register and to the keys that tokens
 * are checked with, unless the operator states that no one else is on the network between
 * the services: on a shared one anyone could respond in their place.
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
		List<String> plain = new ArrayList<>();
		if (environment.getProperty("plaza.tls.bundle", "").isEmpty()) {
			plain.add("the calls between the services (the profile 'tls')");
		}
		ADDRESSES.forEach((name, described) -> {
			if (environment.getProperty(name, "").toLowerCase(Locale.ROOT).contains("http://")) {
				plain.add(described);
			}
		});
		return plain.isEmpty() ? List.of() : List.of("Production refuses plain http for " + String.join(", ", plain)
				+ ": use https, or set PLAZA_PRIVATE_NETWORK=true where only Plaza is on that network.");
	}

}
