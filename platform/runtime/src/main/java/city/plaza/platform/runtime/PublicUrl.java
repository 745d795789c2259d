package city.plaza.platform.runtime;

import java.util.List;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses an address for residents that is not encrypted: every link in a mail begins
 * with it, and the session cookie is sent over https only.
 */
class PublicUrl implements ProductionRule {

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		String url = environment.getProperty("plaza.public-url", "https://");
		return url.startsWith("https://") ? List.of()
				: List.of("Production refuses plaza.public-url (set PLAZA_PUBLIC_URL) without https: " + url);
	}

}
