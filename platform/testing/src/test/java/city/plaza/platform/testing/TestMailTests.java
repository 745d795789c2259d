package city.plaza.platform.testing;

import java.util.List;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class TestMailTests {

	private final GreenMail server = mock();

	private final TestMail mails = new TestMail(this.server);

	@Test
	void readsThePlainPartAndTheHtmlPartWhereverTheyAre() throws Exception {
		MimeMessage mail = mail("robin@example.org");
		mail.setSubject("Łódź \uD83D\uDE00", "UTF-8");
		mail.setContent(parts("mixed", part(parts("alternative", part("Hello José", "text/plain; charset=utf-8"),
				part("<p>Hello José</p>", "text/html; charset=utf-8"))), part("x", "application/pdf")));
		assertThat(received(mail, "robin@example.org")).containsExactly(new TestMail.Mail("robin@example.org",
				"noreply@example.org", "Łódź \uD83D\uDE00", "Hello José", "<p>Hello José</p>"));
	}

	@ParameterizedTest
	@CsvSource({ "text/plain, Hello, ''", "text/html, '', Hello" })
	void readsAMailOfOnePart(String type, String text, String html) throws Exception {
		MimeMessage mail = mail("robin@example.org");
		mail.setContent("Hello", type);
		assertThat(received(mail, "robin@example.org").getFirst()).satisfies((read) -> {
			assertThat(read.text()).isEqualTo(text);
			assertThat(read.html()).isEqualTo(html);
		});
	}

	@Test
	void findsTheMailsOfAnAddressAlone() throws Exception {
		MimeMessage mail = mail("Robin@Example.org");
		mail.setText("Hello");
		assertThat(received(mail, "robin@example.org")).hasSize(1);
		assertThat(received(mail, "obin@example.org")).isEmpty();
		MimeMessage toNobody = mail(null);
		toNobody.setText("Hello");
		assertThat(received(toNobody, "robin@example.org")).isEmpty();
		assertThat(received(toNobody, "")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "containers, CONTAINERS", "EMBEDDED, EMBEDDED", "' Embedded ', EMBEDDED" })
	void takesTheServersThatAreNamed(String name, ServerKind kind) {
		assertThat(ServerKind.of(name)).isEqualTo(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "docker", "true", "embedded,containers" })
	void saysWhichServersThereAre(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> ServerKind.of(name))
			.withMessage("PLAZA_TEST_SERVERS is '" + name + "'; it has to be 'containers' or 'embedded'");
	}

	private List<TestMail.Mail> received(MimeMessage mail, String to) throws MessagingException {
		mail.saveChanges();
		given(this.server.getReceivedMessages()).willReturn(new MimeMessage[] { mail });
		return this.mails.received(to);
	}

	private static MimeMessage mail(String to) throws MessagingException {
		MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
		mail.setFrom("Plaza <noreply@example.org>");
		if (to != null) {
			mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		}
		return mail;
	}

	private static MimeMultipart parts(String kind, MimeBodyPart... parts) throws MessagingException {
		return new MimeMultipart(kind, parts);
	}

	private static MimeBodyPart part(Object content, String type) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setContent(content, type);
		part.setHeader("Content-Type", type);
		return part;
	}

	private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setContent(content);
		return part;
	}

}
