package city.plaza.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests written byte by byte, each followed by a second one that hides behind it. No
 * service may ever see the second.
 */
class RawRequestTests extends EdgeTest {

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [0-9]{3} ");

	private static final String HIDDEN = "GET /api/v1/bills/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

	private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-f]{2})");

	private static final Pattern MANY = Pattern.compile("(.)\\{([0-9]+)}");

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "/raw-requests.csv", delimiter = '|', numLinesToSkip = 1)
	void neverLetsASecondRequestThrough(String name, int status, String request) throws IOException {
		BlockingQueue<String> seen = watch();
		String response = exchange(unescape(request) + HIDDEN);
		assertThat(response).startsWith("HTTP/1.1 " + status + " ");
		assertThat(STATUS.matcher(response).results()).hasSize(1);
		String[] parts = response.split("\r\n\r\n", 2);
		assertThat(parts[0].toLowerCase(Locale.ROOT)).contains("connection: close",
				"content-type: application/problem+json", "x-content-type-options: nosniff",
				"content-security-policy: default-src 'none'", "cache-control: no-store");
		assertThat(parts[1]).startsWith("{\"type\":\"urn:plaza:problem:").contains("\"status\":" + status);
		assertThat(seen).noneMatch((path) -> path.contains("hidden")).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void forwardsOneRequestWhereTheFramingIsClear() throws IOException {
		BlockingQueue<String> seen = watch();
		String response = exchange("POST /api/v1/registrations HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
		assertThat(response).startsWith("HTTP/1.1 200 ");
		assertThat(seen).containsExactly("/api/v1/registrations");
	}

	/**
	 * RFC 9112, section 5.2: refused or joined by a space; no service sees a line begin
	 * with one.
	 */
	@Test
	void joinsAFoldedHeader() throws IOException, InterruptedException {
		String response = exchange(
				"GET /api/v1/payments HTTP/1.1\r\nHost: x\r\nConnection: close\r\nA: b\r\n c\r\n\r\n");
		assertThat(response).startsWith("HTTP/1.1 200 ");
		assertThat(billing.taken().header("A")).containsExactly("b c");
	}

	private BlockingQueue<String> watch() {
		BlockingQueue<String> seen = new LinkedBlockingQueue<>();
		for (Upstream upstream : List.of(identity, billing, portal)) {
			upstream.answers((request) -> {
				seen.add(request.path());
				return new Upstream.Reply(200, Map.of(), "{}");
			});
		}
		return seen;
	}

	private String exchange(String request) throws IOException {
		try (RawClient client = RawClient.of(this.port)) {
			client.send(request);
			return client.rest();
		}
	}

	/** Backslash and r, n, t, 0 or xNN; a character and {70000} stands for that many. */
	private static String unescape(String text) {
		String plain = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");
		plain = HEX.matcher(plain).replaceAll((hex) -> String.valueOf((char) Integer.parseInt(hex.group(1), 16)));
		return MANY.matcher(plain).replaceAll((many) -> many.group(1).repeat(Integer.parseInt(many.group(2))));
	}

}
