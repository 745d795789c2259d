package city.plaza.notification.city;

import java.time.ZoneId;

import city.plaza.platform.messages.LocalText;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The city.
 *
 * @param name as residents know it
 * @param timeZone of its clocks
 */
@Validated
@ConfigurationProperties("plaza.city")
public record CitySettings(@NotNull LocalText name, @NotNull ZoneId timeZone) {
}
