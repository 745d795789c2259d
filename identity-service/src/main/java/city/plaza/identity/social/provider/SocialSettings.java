package city.plaza.identity.social.provider;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in by providers.
 *
 * @param providers by the name that stands in addresses, in the order of the buttons; one
 * without a client id is off
 * @param staff whether staff may sign in by them, too
 * @param timeout of one call of a provider
 * @param metadataLife how long a provider's addresses and keys are used before they are
 * read again
 * @param clockSkew how much a provider's clock may differ from ours
 */
@Validated
@ConfigurationProperties("plaza.identity.social")
public record SocialSettings(@DefaultValue Map<String, ProviderSettings> providers,
		@DefaultValue("false") boolean staff,
		@DefaultValue("3s") @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 4) Duration timeout,
		@DefaultValue("1h") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration metadataLife,
		@DefaultValue("60s") @NotNull @DurationMin(seconds = 0) @DurationMax(minutes = 5) Duration clockSkew) {

	private static final String NAME = "[a-z][a-z0-9-]{0,39}";

	/**
	 * Checks what constraints would quote.
	 * @throws IllegalArgumentException that names the setting, and never shows a secret
	 */
	public SocialSettings {
		providers.forEach((name, provider) -> {
			Assert.isTrue(name.matches(NAME), "plaza.identity.social.providers." + name
					+ ": a name has small letters, digits and hyphens, at most 40");
			provider.check("plaza.identity.social.providers." + name + ".");
		});
	}

}
