package city.plaza.discovery.credential;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The credentials that the register knows.
 *
 * @param passwords by the name of a service, which is the user's name as well
 */
@ConfigurationProperties("plaza.discovery")
record CredentialSettings(Map<String, String> passwords) {

	CredentialSettings {
		passwords.forEach((name, password) -> {
			// A variable that is set to nothing would let anybody in under this name.
			if (password.isBlank()) {
				throw new IllegalArgumentException("plaza.discovery.passwords." + name + " is empty.");
			}
		});
	}

}
