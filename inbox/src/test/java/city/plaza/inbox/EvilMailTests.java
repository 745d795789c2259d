package city.plaza.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What arrives over the wire byte by byte, and what the inbox makes of it. */
class EvilMailTests {

	private static final String TO = "eve@fairhaven.example";

	@TempDir
	Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	private Inbox inbox;

	@BeforeEach
	void open() throws IOException {
		this.inbox = Inbox.open(this.directory, anyPort(), anyPort());
	}

	@AfterEach
	void close() {
		this.inbox.close();
		this.http.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\r\n", "no head at all", "Subject: only a head",
			" folded: into what the inbox writes", "\tfolded\r\n\r\nbody", ": no name",
			"X-Inbox-Recipients: ann@fairhaven.example\r\n\r\nforged", "X-Inbox-Received-At: never\r\n\r\nforged",
			"Content-Type: ;;;\r\n\r\nbody", "Content-Type: multipart/mixed\r\n\r\nno boundary",
			"Content-Type: multipart/mixed; boundary=\r\n\r\nbody",
			"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nnever closed",
			"Content-Transfer-Encoding: base64\r\n\r\n@@@not base64",
			"Content-Transfer-Encoding: quoted-printable\r\n\r\n=G1=\r\n=",
			"Content-Transfer-Encoding: unheard-of\r\n\r\nbody", "From: <<<>>>,,\r\n\r\nbody", "From:\r\n\r\nbody",
			"Subject: =?utf-8?b?@@@?= =?x?q?=GG?=\r\n\r\nbody", "Date: tomorrow\r\nMime-Version: 9\r\n\r\nbody" })
	void keepsEveryMailHoweverBroken(String content) throws Exception {
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			assertThat(client.mail(TO, content)).startsWith("250");
		}
		assertThat(mailsTo(TO)).singleElement().satisfies((mail) -> {
			assertThat(mail.to()).isEqualTo(TO);
			assertThat(mail.receivedAt()).isNotNull();
		});
		assertThat(mailsTo("ann@fairhaven.example")).isEmpty();
		assertThat(get("/dev/inbox").statusCode()).isEqualTo(200);
		try (Inbox next = Inbox.open(this.directory, anyPort(), anyPort())) {
			assertThat(get(next.webPort(), "/dev/inbox/messages").body()).isEqualTo(get("/dev/inbox/messages").body());
		}
	}

	@Test
	void survivesPartsWithinPartsWithinParts() throws Exception {
		StringBuilder nested = new StringBuilder();
		for (int depth = 0; depth < 20_000; depth++) {
			nested.append("Content-Type: multipart/mixed; boundary=b")
				.append(depth)
				.append("\r\n\r\n--b")
				.append(depth);
			nested.append("\r\n");
		}
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			assertThat(client.mail(TO, "Subject: deep\r\n" + nested)).startsWith("250");
		}
		assertThat(mailsTo(TO)).singleElement().extracting(Message::subject).isEqualTo("deep");
	}

	@Test
	void keepsFiveMegabytesAndRefusesMoreThanTen() throws Exception {
		String line = "x".repeat(998) + "\r\n";
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			assertThat(client.mail(TO, "Subject: large\r\n\r\n" + line.repeat(5_000))).startsWith("250");
		}
		assertThat(mailsTo(TO)).singleElement().extracting((mail) -> mail.text().length()).isEqualTo(5_000_002);
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			assertThat(client.command("MAIL FROM:<city@fairhaven.example> SIZE=10000001")).startsWith("552");
		}
		assertThat(mailsTo(TO)).hasSize(1);
	}

	@Test
	void givesBackALineThatBeginsWithADot() throws Exception {
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			client.mail(TO, "\r\n..\r\n...dots\r\n\r\nQUIT");
		}
		assertThat(mailsTo(TO)).singleElement().extracting(Message::text).isEqualTo(".\r\n..dots\r\n\r\nQUIT\r\n");
	}

	/** Every value through the page and through JSON: none ends where it should not. */
	@ParameterizedTest
	@ValueSource(strings = { "</title><script>x</script>", "\" onload=\"x", "' onload='x", "&lt;script&gt;", "&#0;",
			"\u202e\u2066evil", "\ud83d\ude00 \ud800\udf48", "a\tb\u0001\u001b[31m", "\\\",\"to\":\"ann\"",
			"]]>--></pre>", "%1$s %n %%", "</iframe><iframe srcdoc='x'>" })
	void escapesEverything(String text) throws Exception {
		try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
			client.mail(TO,
					"Subject: " + text + "\r\nFrom: " + text + "\r\nContent-Type: multipart/alternative; boundary=x"
							+ "\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
							+ "\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + text + "\r\n--x--");
		}
		Message mail = mailsTo(TO).getFirst();
		assertThat(List.of(mail.subject(), mail.text(), mail.html())).containsOnly(text);
		String list = get("/dev/inbox").body();
		String page = get("/dev/inbox/" + list.replaceAll("(?s).*href=\"/dev/inbox/(\\d+)\".*", "$1")).body();
		String escaped = Pages.escaped(text);
		assertThat(escaped).doesNotContain("<", ">", "\"", "'");
		assertThat(list).contains(">" + escaped + "</a>");
		assertThat(page).contains("<title>" + escaped + "</title>", "<h1>" + escaped + "</h1>",
				"<pre>" + escaped + "</pre>", "srcdoc=\"" + escaped + "\"></iframe>");
	}

	@Test
	void keepsWhatManySendAtOnce() throws Exception {
		CountDownLatch begin = new CountDownLatch(1);
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		List<Thread> senders = IntStream.range(0, 8).mapToObj((sender) -> Thread.ofPlatform().start(() -> {
			try (SmtpClient client = new SmtpClient(this.inbox.smtpPort())) {
				begin.await();
				for (int n = 0; n < 10; n++) {
					String name = sender + "-" + n;
					if (client.mail(TO, "Subject: " + name + "\r\n\r\n" + name).startsWith("250")) {
						acknowledged.add(name);
					}
				}
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})).toList();
		begin.countDown();
		for (Thread sender : senders) {
			sender.join();
		}
		assertThat(acknowledged).hasSize(80);
		assertThat(mailsTo(TO)).extracting(Message::subject).containsExactlyInAnyOrderElementsOf(acknowledged);
		assertThat(mailsTo(TO)).allMatch((mail) -> mail.text().equals(mail.subject() + "\r\n"));
	}

	@ParameterizedTest
	@CsvSource({ "POST, /dev/inbox, 405", "DELETE, /dev/inbox/1, 405", "GET, /dev/inbox/, 200", "HEAD, /dev/inbox, 200",
			"GET, /dev/inboxes, 404", "GET, /, 404", "GET, /dev/inbox/messages/, 404", "GET, /dev/inbox/%00, 404",
			"HEAD, /dev/inbox/17, 404", "GET, /dev/inbox/messages?to=%25%31&x=&to, 200",
			"GET, /dev/inbox/messages?to=%ff%fe, 200" })
	void respondsToEveryRequest(String method, String path, int status) throws Exception {
		HttpResponse<String> response = this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.inbox.webPort() + path))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(status);
		if (method.equals("HEAD")) {
			assertThat(response.body()).isEmpty();
		}
		if (path.startsWith("/dev/inbox")) {
			assertThat(response.headers().map()).containsKeys("content-security-policy", "x-content-type-options",
					"cache-control");
		}
	}

	/** It went on with mails that nobody could see. */
	@Test
	void opensWholeOrNotAtAll() throws IOException {
		int smtp = freePort();
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatIOException()
				.isThrownBy(() -> Inbox.open(this.directory, onPort(smtp), onPort(taken.getLocalPort())));
			assertThatIOException().isThrownBy(() -> new SmtpClient(smtp));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", ":25", "localhost:", "localhost:smtp", "localhost:65536", "localhost:-1",
			"localhost:99999999999", "localhost: 25", "host.invalid:25" })
	void refusesAnAddressToListenOnThatIsNone(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> InboxMain.address(address))
			.withMessageContaining(
					address.endsWith(".invalid:25") ? "\"host.invalid\"" : "host:port, not \"" + address);
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0:1025, 0.0.0.0, 1025", "127.0.0.1:0, 127.0.0.1, 0", "[::1]:65535, ::1, 65535" })
	void readsTheAddressToListenOn(String text, String host, int port) throws IOException {
		assertThat(InboxMain.address(text)).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral(host), port));
	}

	private List<Message> mailsTo(String address) throws Exception {
		return List.of(JsonMapper.builder()
			.build()
			.readValue(get("/dev/inbox/messages?to=" + address).body(), Message[].class));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return get(this.inbox.webPort(), path);
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static InetSocketAddress anyPort() {
		return onPort(0);
	}

	private static InetSocketAddress onPort(int port) {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

	private record Message(String messageId, String to, String from, String subject, String text, String html,
			Instant receivedAt) {
	}

}
