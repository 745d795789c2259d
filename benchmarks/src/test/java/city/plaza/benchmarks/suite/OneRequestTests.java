package city.plaza.benchmarks.suite;

import java.util.Map;

import city.plaza.platform.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class OneRequestTests {

	private final StubServer server = new StubServer((request) -> StubServer.Response
		.json(request.path().equals("/no") ? 422 : 201, "\"" + request.body() + "\""));

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void returnsTheBodyOfWhatSucceeded() throws Exception {
		assertThat(OneRequest.post(at("/yes"), Map.of("Idempotency-Key", "7"), "{}")).isEqualTo("\"{}\"");
		assertThat(OneRequest.get(at("/yes"), Map.of())).isEqualTo("\"\"");
		assertThat(this.server.requests().getFirst().header("Idempotency-Key")).isEqualTo("7");
		assertThat(this.server.requests().getFirst().header("Content-Type")).isEqualTo("application/json");
	}

	/** A benchmark of a request that is refused measures nothing. */
	@Test
	void failsWithWhatWasRefused() {
		assertThatIOException().isThrownBy(() -> OneRequest.get(at("/no"), Map.of())).withMessageContaining("422");
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.server.port() + path;
	}

}
