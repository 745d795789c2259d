package city.plaza.notification.delivery.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import city.plaza.notification.delivery.Mail;
import city.plaza.notification.delivery.Mailer;
import city.plaza.notification.delivery.SendOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends over SMTP. The Message-ID is made of the notice's id: should a mail be sent again
 * after a crash, mail servers and readers can tell that it is the same one.
 */
@Component
class SmtpMailer implements Mailer {

	private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

	private final JavaMailSender sender;

	private final SmtpConnections connections;

	private final SmtpSettings settings;

	SmtpMailer(JavaMailSender sender, SmtpConnections connections, SmtpSettings settings) {
		this.sender = sender;
		this.connections = connections;
		this.settings = settings;
	}

	@Override
	public SendOutcome send(Mail mail) {
		try {
			this.connections.send(message(mail));
			return new SendOutcome.Taken();
		}
		catch (MessagingException ex) {
			SendOutcome outcome = SmtpReplies.read(ex);
			log.warn("{}: {}", mail, outcome);
			return outcome;
		}
	}

	@Override
	public void rest() {
		this.connections.rest();
	}

	private MimeMessage message(Mail mail) throws MessagingException {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
				StandardCharsets.UTF_8.name());
		try {
			helper.setFrom(this.settings.sender(), mail.from());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException("Every Java has UTF-8", ex);
		}
		helper.setTo(mail.to());
		helper.setSubject(mail.subject());
		helper.setText(mail.text(), mail.html());
		message.setHeader("Auto-Submitted", "auto-generated");
		// It sets a Message-ID of its own.
		message.saveChanges();
		message.setHeader("Message-ID", "<" + mail.id() + "@" + this.settings.domain() + ">");
		return message;
	}

}
