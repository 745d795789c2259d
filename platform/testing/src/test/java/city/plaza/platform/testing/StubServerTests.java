package city.plaza.platform.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class StubServerTests {

	private final CountDownLatch released = new CountDownLatch(1);

	private final StubServer server = new StubServer((request) -> switch (request.path()) {
		case "/cut" -> null;
		case "/wait" -> {
			this.released.await();
			yield StubServer.Response.of(204);
		}
		case "/late" -> new StubServer.Response(503, Map.of("Retry-After", "7"), "");
		default -> StubServer.Response.json(200, "{\"body\":\"" + request.body() + "\"}");
	});

	@AfterEach
	void close() {
		this.released.countDown();
		this.server.close();
	}

	@Test
	void keepsWhatItWasAsked() throws Exception {
		HttpResponse<String> response = send("/orders?of=Peña", "two");
		assertThat(response.body()).isEqualTo("{\"body\":\"two\"}");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.path()).isEqualTo("/orders");
			assertThat(request.uri().getQuery()).isEqualTo("of=Peña");
			assertThat(request.header("x-own")).isEqualTo("1");
			assertThat(request.header("Cookie")).isEmpty();
			assertThat(request.client().getAddress().isLoopbackAddress()).isTrue();
		});
		this.server.forget();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void respondsWithHeadersAndWithoutABody() throws Exception {
		HttpResponse<String> response = send("/late", "");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void breaksOff() {
		assertThatIOException().isThrownBy(() -> send("/cut", ""));
	}

	@Test
	void letsNoRequestWaitForAnother() throws Exception {
		CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
			.sendAsync(request("/wait", ""), HttpResponse.BodyHandlers.ofString());
		assertThat(send("/orders", "x").statusCode()).isEqualTo(200);
		assertThat(waiting).isNotDone();
		this.released.countDown();
		assertThat(waiting.get().statusCode()).isEqualTo(204);
	}

	private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request(path, body), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String path, String body) {
		return HttpRequest.newBuilder(this.server.address().resolve(path))
			.header("X-Own", "1")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

}
