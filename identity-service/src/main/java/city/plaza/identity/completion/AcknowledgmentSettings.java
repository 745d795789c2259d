package city.plaza.identity.completion;

import java.util.List;

import city.plaza.platform.messages.LocalText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the city wants to be acknowledged.
 *
 * @param acknowledgment null where it wants nothing
 */
@Validated
@ConfigurationProperties("plaza.city")
record AcknowledgmentSettings(@Nullable @Valid Text acknowledgment) {

	/**
	 * A text and its version.
	 *
	 * @param version changes with the text
	 * @param text a paragraph an entry
	 */
	record Text(@NotBlank @Size(max = 40) String version, @NotEmpty List<LocalText> text) {
	}

}
