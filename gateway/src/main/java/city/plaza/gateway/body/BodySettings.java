package city.plaza.gateway.body;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How small bodies are read.
 *
 * @param deadline longest time from a request's headers until its body is there
 * @param held most bytes of bodies in memory at one moment, of all requests together
 */
@Validated
@ConfigurationProperties("plaza.gateway.body")
record BodySettings(@NotNull @DefaultValue("8s") Duration deadline, @NotNull @DefaultValue("32MB") DataSize held) {
}
