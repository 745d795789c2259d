package city.plaza.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailParserTests {

	private static final String ENVELOPE = """
			X-Inbox-Recipients: ann@fairhaven.example bob@fairhaven.example
			X-Inbox-Received-At: 2026-01-02T03:04:05Z
			""";

	@Test
	void readsTheRecipientsOfTheEnvelopeAndNotOfTheHeader() throws IOException {
		Mail mail = parse("""
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

	private static Mail parse(String mail) throws IOException {
		return MailParser.parse("1", (ENVELOPE + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
