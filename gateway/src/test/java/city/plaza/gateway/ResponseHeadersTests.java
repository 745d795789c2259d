package city.plaza.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every response brings, whoever wrote it. */
class ResponseHeadersTests extends EdgeTest {

	private final HttpClient browser = HttpClient.newHttpClient();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/v1/payments", "/api/v1/nothing", "/api/docs", "/a;b",
			"/.well-known/security.txt", "/api/docs/billing.html", "/api/v1/payments?a=%00" })
	void everyResponseCarriesTheSecurityHeaders(String path) throws Exception {
		HttpResponse<byte[]> response = get(path, "identity");
		assertThat(response.headers().map()).containsKeys("content-security-policy", "x-content-type-options",
				"x-frame-options", "referrer-policy", "permissions-policy", "cache-control");
		assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
			.contains("default-src 'none'", "frame-ancestors 'none'");
		assertThat(response.headers().allValues("strict-transport-security"))
			.containsExactly("max-age=63072000; includeSubDomains");
	}

	@Test
	void aPageKeepsItsOwnPolicy() throws Exception {
		portal.answers((request) -> new Upstream.Reply(200,
				Map.of("Content-Security-Policy", "default-src 'self'", "Content-Type", "text/html"), "<p>page</p>"));
		assertThat(get("/", "identity").headers().allValues("content-security-policy"))
			.containsExactly("default-src 'self'");
	}

	@ParameterizedTest
	@CsvSource({ "text/html, true", "application/json, true", "application/problem+json, true", "image/png, false" })
	void compressesText(String type, boolean isCompressed) throws Exception {
		String text = "plain words ".repeat(500);
		billing.answers((request) -> new Upstream.Reply(200, Map.of("Content-Type", type), text));
		HttpResponse<byte[]> response = get("/api/v1/payments", "gzip");
		assertThat(response.headers().firstValue("content-encoding").isPresent()).isEqualTo(isCompressed);
		assertThat(isCompressed ? unzip(response.body()) : new String(response.body(), StandardCharsets.UTF_8))
			.isEqualTo(text);
		assertThat(get("/api/v1/payments", "identity").headers().firstValue("content-encoding")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "br", "gzip" })
	void passesOnWhatIsCompressedAlready(String encoding) throws Exception {
		String content = "as good as compressed ".repeat(500);
		portal.answers((request) -> new Upstream.Reply(200,
				Map.of("Content-Type", "text/css", "Content-Encoding", encoding), content));
		HttpResponse<byte[]> response = get("/assets/portal.css", "br, gzip");
		assertThat(response.headers().allValues("content-encoding")).containsExactly(encoding);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(content);
	}

	@Test
	void leavesAShortResponseAsItIs() throws Exception {
		assertThat(get("/api/v1/payments", "gzip").headers().firstValue("content-encoding")).isEmpty();
	}

	@Test
	void saysWhomToWriteToAboutAHole() throws Exception {
		HttpResponse<byte[]> response = get("/.well-known/security.txt", "identity");
		assertThat(response.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
		String text = new String(response.body(), StandardCharsets.UTF_8);
		assertThat(text).contains("Contact: mailto:security@fairhaven.example\n", "Canonical: https://plaza.example/");
		String expires = text.replaceAll("(?s).*Expires: (\\S+)\\n.*", "$1");
		assertThat(Instant.parse(expires)).isBetween(Instant.now().plus(Duration.ofDays(30)),
				Instant.now().plus(Duration.ofDays(365)));
		assertThat(portal.seen()).isZero();
	}

	private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept-Encoding", encoding)
			.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String unzip(byte[] body) throws IOException {
		try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
			return new String(zipped.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
