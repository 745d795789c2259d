package city.plaza.notification.link;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who looks at what residents cannot settle themselves.
 *
 * @param mailbox the e-mail address of the city's help desk
 */
@Validated
@ConfigurationProperties("plaza.notification.help-desk")
record HelpDeskSettings(@NotBlank @Email String mailbox) {
}
