package city.plaza.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailParserTests {

	private static final String ENVELOPE = """
			X-Inbox-Recipients: ann@fairhaven.example bob@fairhaven.example
			X-Inbox-Received-At: 2026-01-02T03:04:05Z
			""";

	@Test
	void readsTheRecipientsOfTheEnvelopeAndNotOfTheHeader() throws IOException {
		Mail mail = parse("""
				Message-ID: <1@fairhaven.example>
				To: somebody@else.example
				From: City <no-reply@fairhaven.example>
				Subject: Your code

				12345678
				""");
		assertThat(mail.recipients()).containsExactly("ann@fairhaven.example", "bob@fairhaven.example");
		assertThat(mail.isTo(" ANN@fairhaven.example ")).isTrue();
		assertThat(mail.isTo("somebody@else.example")).isFalse();
		assertThat(mail.from()).isEqualTo("City <no-reply@fairhaven.example>");
		assertThat(mail.text()).isEqualTo("12345678\r\n");
		assertThat(mail.html()).isEmpty();
		assertThat(mail.messageId()).isEqualTo("<1@fairhaven.example>");
		assertThat(mail.receivedAt()).hasToString("2026-01-02T03:04:05Z");
	}

	@Test
	void decodesHeadersAndBothParts() throws IOException {
		Mail mail = parse("""
				Subject: =?UTF-8?Q?C=C3=B3digo?=
				Content-Type: multipart/alternative; boundary=x

				--x
				Content-Type: text/plain; charset=UTF-8
				Content-Transfer-Encoding: quoted-printable

				c=C3=B3digo
				--x
				Content-Type: text/html; charset=UTF-8

				<p>1</p>
				--x--
				""");
		assertThat(mail.subject()).isEqualTo("C\u00f3digo");
		assertThat(mail.text()).isEqualTo("c\u00f3digo");
		assertThat(mail.html()).isEqualTo("<p>1</p>");
	}

	@Test
	void showsAMailThatBreaksTheRulesAsText() throws IOException {
		Mail mail = parse("""
				From: not an address <
				Content-Type: text/plain; charset=nonsense

				readable
				""");
		assertThat(mail.text()).contains("readable");
		assertThat(mail.subject()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, Gr\u00fc\u00dfe \ud83d\ude00", "ISO-8859-1, Gr\u00fc\u00dfe", "windows-1252, \u20ac 250.00",
			"KOI8-R, \u0441\u0447\u0451\u0442", "GB18030, \u8d26\u5355", "UTF-16BE, \u00a1Hola!",
			"Shift_JIS, \u8acb\u6c42\u66f8" })
	void readsOtherCharacterSets(String charset, String text) throws IOException {
		String body = Base64.getMimeEncoder().encodeToString(text.getBytes(Charset.forName(charset)));
		String word = Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(charset)));
		Mail mail = parse("""
				Subject: =?%1$s?B?%2$s?=
				From: =?%1$s?B?%2$s?= <city@fairhaven.example>
				Content-Type: text/plain; charset=%1$s
				Content-Transfer-Encoding: base64

				%3$s
				""".formatted(charset, word, body));
		assertThat(mail.text()).isEqualTo(text);
		assertThat(mail.subject()).isEqualTo(text);
		assertThat(mail.from()).contains(text).endsWith("<city@fairhaven.example>");
	}

	/** A receipt may come with a file of text: that is not what the mail says. */
	@Test
	void passesOverAttachments() throws IOException {
		Mail mail = parse("""
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: text/plain
				Content-Disposition: ATTACHMENT; filename="terms.txt"

				terms
				--x
				Content-Type: application/pdf

				%PDF
				--x
				Content-Type: multipart/alternative; boundary=y

				--y
				Content-Type: text/html

				<p>receipt</p>
				--y
				Content-Type: TEXT/Plain

				receipt
				--y--
				--x--
				""");
		assertThat(mail.text()).isEqualTo("receipt");
		assertThat(mail.html()).isEqualTo("<p>receipt</p>");
	}

	@Test
	void readsASubjectThatIsFoldedAndOneThatIsThereTwice() throws IOException {
		assertThat(parse("Subject: one\n two\n\tthree\n\n").subject()).isEqualTo("one two\tthree");
		assertThat(parse("Subject: first\nSubject: second\n\n").subject()).isEqualTo("first");
	}

	@ParameterizedTest
	@CsvSource({ "ANN@FAIRHAVEN.EXAMPLE, true", "'  bob@fairhaven.example\t', true", "fairhaven.example, false",
			"nn@fairhaven.example, false", "'ann@fairhaven.example bob@fairhaven.example', false", "'', false" })
	void isToTheWholeAddressAlone(String address, boolean isTo) throws IOException {
		assertThat(parse("\n").isTo(address)).isEqualTo(isTo);
	}

	private static Mail parse(String mail) throws IOException {
		return MailParser.parse("1", (ENVELOPE + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
