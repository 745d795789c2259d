package city.plaza.benchmarks.load;

import java.util.Map;

import city.plaza.platform.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConversationTests {

	private final StubServer server = new StubServer((request) -> request.path().equals("/page")
			? new StubServer.Response(303, Map.of("Location", "/elsewhere"), "") : StubServer.Response.json(201, "{}"));

	private final Conversation conversation = new Conversation();

	@AfterEach
	void stop() {
		this.conversation.close();
		this.server.close();
	}

	@Test
	void sendsJsonUnlessAnotherTypeIsNamed() throws Exception {
		assertThat(this.conversation.post(at("/a"), Map.of("Idempotency-Key", "7"), "{\"a\":1}", 201).body())
			.isEqualTo("{}");
		this.conversation.post(at("/b"), Map.of("Content-Type", "application/x-www-form-urlencoded"), "a=1", 201);
		StubServer.Request json = this.server.requests().getFirst();
		assertThat(json.method()).isEqualTo("POST");
		assertThat(json.body()).isEqualTo("{\"a\":1}");
		assertThat(json.header("Content-Type")).isEqualTo("application/json");
		assertThat(json.header("Idempotency-Key")).isEqualTo("7");
		assertThat(this.server.requests().getLast().header("Content-Type"))
			.isEqualTo("application/x-www-form-urlencoded");
	}

	@Test
	void keepsItsConnection() throws Exception {
		this.conversation.get(at("/a"), Map.of(), 201);
		this.conversation.post(at("/b"), Map.of(), "{}", 201);
		assertThat(this.server.requests()).extracting(StubServer.Request::client)
			.hasSize(2)
			.containsOnly(this.server.requests().getFirst().client());
	}

	@Test
	void followsNoRedirect() throws Exception {
		assertThat(this.conversation.post(at("/page"), Map.of(), "", 303).headers().firstValue("Location"))
			.contains("/elsewhere");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void refusesAStatusThatWasNotExpected() {
		assertThatExceptionOfType(UnexpectedStatus.class)
			.isThrownBy(() -> this.conversation.get(at("/a"), Map.of(), 200))
			.withMessageContaining("/a: 201 {}")
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(201));
	}

	private String at(String path) {
		return this.server.address() + path;
	}

}
