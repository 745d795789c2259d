package city.plaza.platform.audit;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The trail of a service.
 *
 * @param secret that entries are authenticated and chained under; 16 characters or more,
 * the same on all instances
 * @param earlierSecrets those before, so that what was sealed under them stays provable
 * @param clientAddress whether entries name the network they came from
 * @param sealEvery how often entries are sealed
 * @param anchorEvery how often the last entry is logged
 */
@ConfigurationProperties("plaza.audit")
record AuditSettings(String secret, @DefaultValue List<String> earlierSecrets,
		@DefaultValue("true") boolean clientAddress, @DefaultValue("500ms") Duration sealEvery,
		@DefaultValue("10m") Duration anchorEvery) {

	private static final int SHORTEST = 16;

	// Not by constraints: their messages would print a secret.
	AuditSettings {
		Assert.isTrue(secret != null && secret.length() >= SHORTEST,
				"plaza.audit.secret must have " + SHORTEST + " characters or more");
		Assert.isTrue(earlierSecrets.stream().allMatch((earlier) -> earlier.length() >= SHORTEST),
				"plaza.audit.earlier-secrets must have " + SHORTEST + " characters or more each");
	}

	@Override
	public String toString() {
		return "AuditSettings[clientAddress=" + this.clientAddress + ", sealEvery=" + this.sealEvery + ", anchorEvery="
				+ this.anchorEvery + "]";
	}

}
