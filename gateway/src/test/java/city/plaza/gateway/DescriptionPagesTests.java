package city.plaza.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages for developers, with a service that describes itself and others that do not.
 */
class DescriptionPagesTests extends EdgeTest {

	private final HttpClient browser = HttpClient.newHttpClient();

	@Test
	void showADescriptionAsAPageAndAsJson() throws Exception {
		String document = Files.readString(Path.of("../docs/api/v1/billing.json"));
		billing.answers((request) -> new Upstream.Reply(200, Map.of(), document));
		HttpResponse<String> page = get("/api/docs/billing.html");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
		assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
			.startsWith("default-src 'none'; style-src 'sha256-");
		assertThat(page.body()).contains("<h1>Billing</h1>", "POST /api/v1/payments");
		assertThat(billing.taken().path()).isEqualTo("/v3/api-docs");
		assertThat(get("/api/docs/billing").body()).isEqualTo(document);
		assertThat(billing.taken().path()).isEqualTo("/v3/api-docs");
		assertThat(get("/api/docs").body()).containsPattern("Billing: [1-9][0-9] operations")
			.contains("href=\"/api/docs/billing\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "404 | {}", "500 | {}", "200 | <html>", "200 | {\"cut" })
	void sayWhatTheyCannotShow(int status, String body) throws Exception {
		identity.answers((request) -> new Upstream.Reply(status, Map.of(), body));
		HttpResponse<String> page = get("/api/docs/identity.html");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.headers().firstValue("retry-after")).isPresent();
		assertThat(page.body()).contains("<h1>Identity</h1>", "isn&#39;t available right now");
		HttpResponse<String> index = get("/api/docs");
		assertThat(index.statusCode()).isEqualTo(200);
		assertThat(index.body()).contains("<h2>Identity</h2>", "isn&#39;t available right now");
	}

	@ParameterizedTest
	@CsvSource({ "/api/docs/nothing.html", "/api/docs/nothing", "/api/docs/", "/api/docs/BILLING.html" })
	void areThoseOfTheServicesOnly(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}
