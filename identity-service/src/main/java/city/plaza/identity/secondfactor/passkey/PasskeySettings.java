package city.plaza.identity.secondfactor.passkey;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * For whom passkeys are made, and where they are taken.
 *
 * @param publicUrl where residents reach Plaza
 * @param rpId the domain that passkeys belong to for ever: that of {@code publicUrl} or a
 * parent of it; the former where it is not set
 * @param name the city's, as devices show it
 * @param otherOrigins of the city's apps, such as {@code android:apk-key-hash:...}
 */
@Validated
@ConfigurationProperties("plaza.identity.passkey")
record PasskeySettings(@NotNull URI publicUrl, @Nullable String rpId, @NotBlank @DefaultValue("Plaza") String name,
		@DefaultValue List<String> otherOrigins) {

	PasskeySettings {
		String host = (publicUrl != null) ? String.valueOf(publicUrl.getHost()) : "";
		rpId = (rpId == null || rpId.isBlank()) ? host : rpId.strip();
		Assert.isTrue(host.equals(rpId) || host.endsWith("." + rpId),
				"plaza.identity.passkey.rp-id must be the host of plaza.public-url or a parent domain of it");
	}

	String domain() {
		return String.valueOf(this.rpId);
	}

	Set<String> origins() {
		String port = (this.publicUrl.getPort() != -1) ? ":" + this.publicUrl.getPort() : "";
		String own = this.publicUrl.getScheme() + "://" + this.publicUrl.getHost() + port;
		return Stream.concat(Stream.of(own), this.otherOrigins.stream()).collect(Collectors.toUnmodifiableSet());
	}

}
