package city.plaza.platform.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests written byte by byte; the gateway's tests have the long table of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "plaza.public-url=https://plaza.example")
class RawRequestTests {

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [0-9]{3} ");

	private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";

	@Autowired
	private AtomicInteger hiddenSeen;

	@LocalServerPort
	private int port;

	@BeforeEach
	void forget() {
		this.hiddenSeen.set(0);
	}

	@ParameterizedTest
	@CsvSource({ "'GET /a HTTP/1.1\r\n\r\n', 400", "'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400",
			"'GET /a HTTP/9.9\r\nHost: x\r\n\r\n', 505", "'TRACE /a HTTP/1.1\r\nHost: x\r\n\r\n', 501" })
	void refusesWithAProblemAndEndsTheConnection(String request, int status) throws IOException {
		String response = exchange(request + HIDDEN);
		assertThat(response).startsWith("HTTP/1.1 " + status + " ");
		assertThat(STATUS.matcher(response).results()).hasSize(1);
		String[] parts = response.split("\r\n\r\n", 2);
		assertThat(parts[0].toLowerCase(Locale.ROOT)).contains("connection: close",
				"content-type: application/problem+json", "x-content-type-options: nosniff",
				"strict-transport-security: max-age=", "cache-control: no-store",
				"content-security-policy: default-src 'none'");
		assertThat(parts[1]).startsWith("{\"type\":\"urn:plaza:problem:").contains("\"status\":" + status);
		assertThat(this.hiddenSeen).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /letters/1 HTTP/1.1\r\nHost: a.example:8080\r\nConnection: close\r\n\r\n",
			"GET /letters/1 HTTP/1.1\r\nHost: [::1]:80\r\nConnection: close\r\n\r\n",
			"GET http://a.example/letters/1 HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n",
			"GET /letters/1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
					+ "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
			"GET /letters/1 HTTP/1.0\r\n\r\n", "GET /letters/1 HTTP/1.0\r\nHost: x\r\n\r\n",
			"POST /signed HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: Chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n",
			"POST /signed HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc",
			"OPTIONS /letters/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
			"GET /letters/1?x[]=1&y=a:b@c;d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" })
	void takesWhatIsClear(String request) throws IOException {
		assertThat(exchange(request)).containsPattern("^HTTP/1\\.[01] 200 ")
			.contains("X-Content-Type-Options: nosniff");
	}

	@Test
	void finishesTheRequestsBeforeARefusedOneInTheirOrder() throws IOException {
		String good = "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n";
		String response = exchange(good + good + "GET /a HTTP/1.1\r\n\r\n" + HIDDEN);
		assertThat(response.split("HTTP/1.1 ")).satisfiesExactly((before) -> assertThat(before).isEmpty(),
				(first) -> assertThat(first).startsWith("200"), (second) -> assertThat(second).startsWith("200"),
				(third) -> assertThat(third).startsWith("400"));
		assertThat(this.hiddenSeen).hasValue(0);
	}

	/**
	 * A request may arrive before the one ahead of it has ended. Reactor Netty 1.3.6 and
	 * 1.3.7 read nothing more of such a connection, and whoever came next on it waited
	 * for good: https://github.com/reactor/reactor-netty/issues/4361.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/slow", "/letters/1" })
	void goesOnReadingAfterARequestThatCameEarly(String first) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(15_000);
			for (int round = 0; round < 20; round++) {
				send(socket, "GET " + first + " HTTP/1.1\r\nHost: x\r\n\r\nGET /letters/2 HTTP/1.1\r\nHost: x\r\n\r\n");
				readThrough(socket, "\r\n\r\n2");
				send(socket, "GET /letters/3 HTTP/1.1\r\nHost: x\r\n\r\n");
				readThrough(socket, "\r\n\r\n3");
			}
		}
	}

	private static void send(Socket socket, String request) throws IOException {
		socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
		socket.getOutputStream().flush();
	}

	private static void readThrough(Socket socket, String end) throws IOException {
		StringBuilder read = new StringBuilder();
		while (read.indexOf(end) < 0) {
			int next = socket.getInputStream().read();
			assertThat(next).as("end of the connection after %s", read).isNotNegative();
			read.append((char) next);
		}
	}

	/** Sends it and reads until the server closes. */
	private String exchange(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(15_000);
			send(socket, request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
