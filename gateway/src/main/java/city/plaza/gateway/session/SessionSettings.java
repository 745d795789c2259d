package city.plaza.gateway.session;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the browser's session is kept.
 *
 * @param cookie its name; {@code __Host-} binds it to this very host over TLS
 * @param identityUri where sessions are swapped for tokens
 * @param timeout longest wait for the swap
 * @param remembered how long a swap's result is used again; also how long a sign-out
 * takes at most
 * @param known how long after its last use a good session does not count as a guess
 * @param rememberedAtMost how many sessions are remembered
 */
@Validated
@ConfigurationProperties("plaza.gateway.session")
record SessionSettings(@NotBlank @DefaultValue("__Host-plaza") String cookie,
		@NotBlank @DefaultValue("http://identity-service") String identityUri,
		@NotNull @DefaultValue("1800ms") Duration timeout, @NotNull @DefaultValue("1s") Duration remembered,
		@NotNull @DefaultValue("15m") Duration known, @Positive @DefaultValue("50000") long rememberedAtMost) {
}
