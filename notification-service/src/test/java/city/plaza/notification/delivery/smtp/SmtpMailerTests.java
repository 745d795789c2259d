package city.plaza.notification.delivery.smtp;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.delivery.Mail;
import city.plaza.notification.delivery.SendOutcome;
import city.plaza.notification.notice.NoticeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpMailerTests {

	private final Mail mail = new Mail(new NoticeId(UUID.fromString("0198c0de-0000-7000-8000-000000000006")),
			"City of Fairhaven", "pat@example.org", "Grüße", "text", "<p>html</p>");

	@Test
	void givesAMailSentAgainTheSameMessageId() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			SmtpMailer mailer = mailer(server.port());
			assertThat(mailer.send(this.mail)).isEqualTo(new SendOutcome.Taken());
			assertThat(mailer.send(this.mail)).isEqualTo(new SendOutcome.Taken());
			assertThat(server.mails()).hasSize(2)
				.allSatisfy((sent) -> assertThat(sent).contains(
						"Message-ID: <0198c0de-0000-7000-8000-000000000006@fairhaven.example>",
						"Auto-Submitted: auto-generated", "From: City of Fairhaven <no-reply@fairhaven.example>",
						"To: pat@example.org", "Subject: =?UTF-8?", "multipart/alternative", "text/plain",
						"text/html"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 no such user, mailbox refused (550)", "MAIL, 553 not you, mail refused (553)",
			"., 554 spam, mail refused (554)" })
	void takesARefusalForGood(String command, String answer, String reason) {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of(command, answer))) {
			assertThat(mailer(server.port()).send(this.mail)).isEqualTo(new SendOutcome.Refused(reason));
		}
	}

	@ParameterizedTest
	@CsvSource({ "HI, 554 not today", "HI, 421 busy", "RCPT, 451 grey", "MAIL, 452 full",
			"MAIL, 530 5.7.0 Authentication required", "MAIL, 530 Must issue a STARTTLS command first",
			"DATA, 503 out of order", "., 451 later", "HI, ''", "., ''" })
	void triesAgainAfterAllElse(String command, String answer) {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of(command, answer))) {
			assertThat(mailer(server.port()).send(this.mail)).isInstanceOf(SendOutcome.NotNow.class);
		}
	}

	@Test
	void triesAgainWhereNobodyListens() {
		ScriptedSmtp server = new ScriptedSmtp(Map.of());
		server.close();
		assertThat(mailer(server.port()).send(this.mail)).isInstanceOf(SendOutcome.NotNow.class);
	}

	@Test
	void refusesAnAddressThatIsNone() {
		Mail wrong = new Mail(this.mail.id(), "City", "no address", "Subject", "text", "html");
		assertThat(mailer(1).send(wrong)).isEqualTo(new SendOutcome.Refused("address not valid"));
	}

	@Test
	void writesTheSendersNameInAnyLetters() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			mailer(server.port()).send(new Mail(this.mail.id(), "Ciudad de Peñasco", this.mail.to(), "a", "b", "c"));
			assertThat(server.mails()).singleElement()
				.asString()
				.contains("From: =?UTF-8?Q?Ciudad_de_Pe=C3=B1asco?= <no-reply@fairhaven.example>");
		}
	}

	@Test
	void writesNoHeaderThatASendersNameSmugglesIn() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			mailer(server.port())
				.send(new Mail(this.mail.id(), "City\r\nBcc: mal@example.org", this.mail.to(), "a", "b", "c"));
			assertThat(server.mails())
				.allSatisfy((sent) -> assertThat(sent.lines().toList()).noneMatch((line) -> line.startsWith("Bcc:")));
		}
	}

	/**
	 * Whatever a subject or an address holds, a mail has one of each header and no more.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Subject\r\nBcc: mal@example.org", "Subject\nBcc: mal@example.org", "Subject\r\n\r\nbody",
			"\r\n.\r\nQUIT" })
	void writesNoHeaderThatASubjectSmugglesIn(String subject) {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			mailer(server.port()).send(new Mail(this.mail.id(), "City", this.mail.to(), subject, "text", "html"));
			assertThat(server.mails()).hasSize(1).allSatisfy((sent) -> {
				String head = sent.substring(0, sent.indexOf("\n\n"));
				assertThat(head.lines()).noneMatch((line) -> line.startsWith("Bcc:"));
				assertThat(head).contains("Message-ID: <" + this.mail.id() + "@fairhaven.example>");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pat@example.org\r\nRCPT TO:<mal@example.org>", "pat@example.org, mal@example.org",
			"pat@example.org>\r\n", "<pat@example.org", "pat example.org", "" })
	void sendsToOneAddressOrToNone(String to) {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			assertThat(mailer(server.port()).send(new Mail(this.mail.id(), "City", to, "Subject", "text", "html")))
				.isEqualTo(new SendOutcome.Refused("address not valid"));
			assertThat(server.mails()).isEmpty();
		}
	}

	/** A line of one dot ends a mail, a longer one than 998 is cut by some servers. */
	@Test
	void keepsEveryLineOfATextWhole() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			String text = "before\n.\n..\n" + "long ".repeat(500) + "\nGr\u00fc\u00dfe \ud83e\udda2\nafter";
			mailer(server.port())
				.send(new Mail(this.mail.id(), "City", this.mail.to(), "Subject", text, "<p>html</p>"));
			assertThat(server.mails()).singleElement().satisfies((sent) -> {
				assertThat(sent.lines()).allMatch((line) -> line.length() <= 998);
				assertThat(sent).endsWith("--\n");
			});
		}
	}

	@Test
	void sendsManyMailsOverOneConnection() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			SmtpMailer mailer = mailer(server.port());
			for (int i = 0; i < 5; i++) {
				assertThat(mailer.send(this.mail)).isEqualTo(new SendOutcome.Taken());
			}
			assertThat(server.mails()).hasSize(5);
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void takesANewConnectionAfterAnError() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of("RCPT", "451 grey"))) {
			SmtpMailer mailer = mailer(server.port());
			mailer.send(this.mail);
			mailer.send(this.mail);
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	private static SmtpMailer mailer(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(port);
		sender.setDefaultEncoding("UTF-8");
		sender.getJavaMailProperties()
			.putAll(Map.of("mail.smtp.connectiontimeout", "500", "mail.smtp.timeout", "500", "mail.smtp.writetimeout",
					"500"));
		return new SmtpMailer(sender, new SmtpConnections(sender), new SmtpSettings("no-reply@fairhaven.example"));
	}

}
