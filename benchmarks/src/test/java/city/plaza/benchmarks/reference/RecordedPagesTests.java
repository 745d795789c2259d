package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

import city.plaza.platform.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordedPagesTests {

	@TempDir
	private Path directory;

	@Test
	void returnsBodyAndHeadersOfWhatWasRecorded() throws Exception {
		Map<String, String> headers = Map.of("Content-Type", "text/html;charset=UTF-8", "Content-Security-Policy",
				"default-src 'none'; style-src 'self'", "Cache-Control", "no-cache, no-store");
		try (StubServer server = new StubServer(
				(request) -> new StubServer.Response(200, headers, "a page for " + request.header("Cookie")))) {
			int bytes = RecordedPages.record(this.directory, "HOME", "http://127.0.0.1:" + server.port() + "/",
					Map.of("Cookie", "visitor=1"));
			assertThat(bytes).isEqualTo("a page for visitor=1".length());
		}
		try (ConfigurableApplicationContext handler = SpringApplication.run(RecordedPages.class, "--server.port=0",
				"--server.address=127.0.0.1", "--pages=" + this.directory,
				"--spring.cloud.gateway.server.webflux.enabled=false")) {
			String port = handler.getEnvironment().getRequiredProperty("local.server.port");
			HttpResponse<String> page = get("http://127.0.0.1:" + port + "/HOME");
			assertThat(page.body()).isEqualTo("a page for visitor=1");
			assertThat(page.headers().firstValue("Content-Length")).contains("20");
			headers.forEach((name, value) -> assertThat(page.headers().allValues(name)).containsExactly(value));
			assertThat(get("http://127.0.0.1:" + port + "/BILL").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void recordsNoRefusal() {
		try (StubServer server = new StubServer((request) -> new StubServer.Response(500, Map.of(), "broken"))) {
			String address = "http://127.0.0.1:" + server.port() + "/";
			assertThatThrownBy(() -> RecordedPages.record(this.directory, "HOME", address, Map.of()))
				.isInstanceOf(IOException.class)
				.hasMessageContaining("500");
		}
	}

	private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(address)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

}
