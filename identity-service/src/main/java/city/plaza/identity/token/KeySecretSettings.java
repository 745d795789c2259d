package city.plaza.identity.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * What private keys are encrypted under in the database.
 *
 * @param keySecret 16 characters or more, the same on all instances; changed, the stored
 * keys cannot be read and the service does not sign
 */
@ConfigurationProperties("plaza.identity")
record KeySecretSettings(String keySecret) {

	// Not by a constraint: its message would print the value.
	KeySecretSettings {
		Assert.isTrue(keySecret != null && keySecret.length() >= 16,
				"plaza.identity.key-secret must have 16 characters or more");
	}

	@Override
	public String toString() {
		return "KeySecretSettings[keySecret=***]";
	}

}
