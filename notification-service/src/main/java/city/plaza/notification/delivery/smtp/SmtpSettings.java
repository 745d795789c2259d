package city.plaza.notification.delivery.smtp;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * In whose name mails are sent.
 *
 * @param sender the address mails come from; its domain also makes their Message-IDs
 */
@Validated
@ConfigurationProperties("plaza.notification")
record SmtpSettings(@NotBlank @Email String sender) {

	String domain() {
		return this.sender.substring(this.sender.indexOf('@') + 1);
	}

}
