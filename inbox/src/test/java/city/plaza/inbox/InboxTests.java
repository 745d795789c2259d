package city.plaza.inbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTests {

	@TempDir
	Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	private Inbox inbox;

	@BeforeEach
	void open() throws Exception {
		this.inbox = Inbox.open(this.directory, anyPort(), anyPort());
	}

	@AfterEach
	void close() {
		this.inbox.close();
		this.http.close();
	}

	@Test
	void givesTheMailsToAnAddressNewestFirstWithTheseFieldsAlone() throws Exception {
		send("ann@fairhaven.example", "First", "Your code is 12345678.", "<p>Your code</p>");
		send("bob@fairhaven.example", "For another", "Hello", "<p>Hello</p>");
		send("ann@fairhaven.example", "Zweite \u2013 S\u00e3o", "Gr\u00fc\u00dfe", "<p>Gr\u00fc\u00dfe</p>");
		JsonNode mails = messages("?to=ANN%40fairhaven.example");
		assertThat(mails.size()).isEqualTo(2);
		JsonNode newest = mails.get(0);
		assertThat(newest.propertyNames()).containsExactly("messageId", "to", "from", "subject", "text", "html",
				"receivedAt");
		assertThat(newest.path("to").asString()).isEqualTo("ann@fairhaven.example");
		assertThat(newest.path("from").asString()).contains("no-reply@fairhaven.example");
		assertThat(newest.path("subject").asString()).isEqualTo("Zweite \u2013 S\u00e3o");
		assertThat(newest.path("text").asString()).contains("Gr\u00fc\u00dfe");
		assertThat(newest.path("html").asString()).contains("<p>Gr\u00fc\u00dfe</p>");
		assertThat(newest.path("receivedAt").asString()).matches("2.*T.*Z");
		assertThat(mails.get(1).path("text").asString()).contains("12345678");
	}

	@Test
	void givesAllMailsWithoutAnAddress() throws Exception {
		send("ann@fairhaven.example", "One", "1", "1");
		send("bob@fairhaven.example", "Two", "2", "2");
		assertThat(messages("").size()).isEqualTo(2);
		assertThat(messages("?to=carl@fairhaven.example").size()).isZero();
	}

	@Test
	void keepsEveryAcknowledgedMailOverARestart() throws Exception {
		send("ann@fairhaven.example", "Kept", "text", "html");
		// Not closed first: as after a kill.
		try (Inbox next = Inbox.open(this.directory, anyPort(), anyPort())) {
			HttpResponse<String> response = get(next.webPort(), "/dev/inbox/messages?to=ann@fairhaven.example");
			assertThat(response.body()).contains("Kept");
		}
	}

	@Test
	void neverRunsScriptsOfAMail() throws Exception {
		send("eve@fairhaven.example", "<script>alert(1)</script>", "</pre><script>alert(2)</script>",
				"<script>alert(3)</script>\" onload=\"alert(4)");
		String list = get(this.inbox.webPort(), "/dev/inbox").body();
		assertThat(list).doesNotContain("<script").contains("&lt;script&gt;");
		String id = list.replaceAll("(?s).*href=\"/dev/inbox/(\\d+)\".*", "$1");
		HttpResponse<String> page = get(this.inbox.webPort(), "/dev/inbox/" + id);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).doesNotContain("<script").doesNotContain("\" onload").contains("<iframe sandbox");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
	}

	@Test
	void respondsNotFoundForUnknownMails() throws Exception {
		assertThat(get(this.inbox.webPort(), "/dev/inbox/..%2f..%2fetc%2fpasswd").statusCode()).isEqualTo(404);
		assertThat(get(this.inbox.webPort(), "/dev/inbox/17").statusCode()).isEqualTo(404);
	}

	private JsonNode messages(String query) throws Exception {
		return JsonMapper.builder().build().readTree(get(this.inbox.webPort(), "/dev/inbox/messages" + query).body());
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private void send(String to, String subject, String text, String html) throws Exception {
		Properties properties = new Properties();
		properties.put("mail.smtp.host", "127.0.0.1");
		properties.put("mail.smtp.port", Integer.toString(this.inbox.smtpPort()));
		MimeMessage message = new MimeMessage(Session.getInstance(properties));
		message.setFrom("no-reply@fairhaven.example");
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		message.setSubject(subject, "UTF-8");
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(text, "UTF-8");
		MimeBodyPart rich = new MimeBodyPart();
		rich.setContent(html, "text/html; charset=UTF-8");
		message.setContent(new MimeMultipart("alternative", plain, rich));
		Transport.send(message);
	}

	private static InetSocketAddress anyPort() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
	}

}
