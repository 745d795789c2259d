package city.plaza.notification.delivery.smtp;

import java.net.ConnectException;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.notification.delivery.SendOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.MailSendException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SmtpRepliesTests {

	private static final SendOutcome NOT_NOW = new SendOutcome.NotNow("mail server not available");

	static Stream<Arguments> refusals() throws AddressException {
		return Stream.of(arguments(new AddressException("no address"), "address not valid"),
				arguments(mailbox(550), "mailbox refused (550)"), arguments(mailbox(599), "mailbox refused (599)"),
				arguments(new SMTPSenderFailedException(new InternetAddress("city@example.org"), "MAIL", 553, "no"),
						"mail refused (553)"),
				arguments(data(554), "mail refused (554)"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void takesARefusalForFinal(MessagingException error, String reason) {
		assertThat(SmtpReplies.read(error)).isEqualTo(new SendOutcome.Refused(reason));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void findsARefusalWhereverItIsNested(MessagingException error, String reason) {
		SendOutcome refused = new SendOutcome.Refused(reason);
		assertThat(SmtpReplies.read(new IllegalStateException(error))).isEqualTo(refused);
		assertThat(SmtpReplies.read(chained(new SendFailedException("several"), error))).isEqualTo(refused);
		assertThat(SmtpReplies
			.read(new MailSendException(Map.of("mail", chained(new SendFailedException("several"), error)))))
			.isEqualTo(refused);
	}

	@ParameterizedTest
	@ValueSource(ints = { 250, 421, 450, 451, 452, 499, 600 })
	void triesAgainAfterEveryOtherCode(int code) throws AddressException {
		assertThat(SmtpReplies.read(mailbox(code))).isEqualTo(NOT_NOW);
		assertThat(SmtpReplies.read(data(code))).isEqualTo(NOT_NOW);
	}

	/**
	 * Else a password that was changed on one side only would lose every mail of the
	 * time.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 530, 534, 535, 538 })
	void triesAgainWhereTheServerRefusesTheServiceAndNotTheMail(int code) throws AddressException {
		assertThat(SmtpReplies.read(mailbox(code))).isEqualTo(NOT_NOW);
		assertThat(SmtpReplies.read(data(code))).isEqualTo(NOT_NOW);
		assertThat(SmtpReplies
			.read(new SMTPSenderFailedException(new InternetAddress("city@example.org"), "MAIL", code, "no")))
			.isEqualTo(NOT_NOW);
		assertThat(SmtpReplies.read(chained(data(code), mailbox(550))))
			.isEqualTo(new SendOutcome.Refused("mailbox refused (550)"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 501, 504, 521, 541, 550, 551, 552, 553, 554, 555, 556, 571 })
	void triesNoMailAgainThatTheServerDoesNotWant(int code) throws AddressException {
		assertThat(SmtpReplies.read(mailbox(code)))
			.isEqualTo(new SendOutcome.Refused("mailbox refused (" + code + ")"));
		assertThat(SmtpReplies.read(data(code))).isEqualTo(new SendOutcome.Refused("mail refused (" + code + ")"));
	}

	@Test
	void triesAgainWhereTheServerIsDown() {
		assertThat(SmtpReplies.read(new MessagingException("no connection", new ConnectException("refused"))))
			.isEqualTo(NOT_NOW);
		assertThat(SmtpReplies.read(new IllegalStateException())).isEqualTo(NOT_NOW);
	}

	@Test
	void endsWhereErrorsPointAtEachOther() {
		IllegalStateException one = new IllegalStateException();
		IllegalStateException other = new IllegalStateException(one);
		one.initCause(other);
		assertThat(SmtpReplies.read(one)).isEqualTo(NOT_NOW);
	}

	@Test
	void keepsNoAddressInTheReason() throws AddressException {
		assertThat(SmtpReplies.read(mailbox(550)).toString()).doesNotContain("pat@example.org");
	}

	private static MessagingException chained(MessagingException first, MessagingException next) {
		first.setNextException(next);
		return first;
	}

	private static SMTPAddressFailedException mailbox(int code) throws AddressException {
		return new SMTPAddressFailedException(new InternetAddress("pat@example.org"), "RCPT", code, "pat@example.org?");
	}

	private static SMTPSendFailedException data(int code) {
		return new SMTPSendFailedException("DATA", code, "no", null, null, null, null);
	}

}
