package city.plaza.identity.secret;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * What short secrets are hashed under.
 *
 * @param codeSecret 16 characters or more, the same on all instances; changed, the codes
 * under way and the counters of failed sign-ins are void
 */
@ConfigurationProperties("plaza.identity")
record CodeSecretSettings(String codeSecret) {

	// Not by a constraint: its message would print the value.
	CodeSecretSettings {
		Assert.isTrue(codeSecret != null && codeSecret.length() >= 16,
				"plaza.identity.code-secret must have 16 characters or more");
	}

	@Override
	public String toString() {
		return "CodeSecretSettings[codeSecret=***]";
	}

}
