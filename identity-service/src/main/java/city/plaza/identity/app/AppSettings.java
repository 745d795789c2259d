package city.plaza.identity.app;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.UniqueElements;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The apps that may send residents here to sign in.
 *
 * @param list each by its own id
 */
@Validated
@ConfigurationProperties("plaza.identity.apps")
record AppSettings(@DefaultValue List<@Valid App> list) {

	/**
	 * An app of the city's. It has no secret: one in an app is none.
	 *
	 * @param id as the app names itself
	 * @param name as residents know it
	 * @param redirectUris where the browser may be sent back to, compared as a whole: a
	 * scheme of the app's own, or an https address that the system opens in the app
	 */
	record App(@NotBlank String id, @NotBlank String name,
			@NotEmpty @UniqueElements List<@NotBlank String> redirectUris) {
	}

	Optional<App> of(String id) {
		return this.list.stream().filter((app) -> app.id().equals(id)).findFirst();
	}

}
