package city.plaza.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever goes through all steps with another person's address sees the same as with an
 * address that nobody has.
 */
@PlazaTest
class NoHintTests {

	private final String known = IdentityFixture.newEmail();

	private final String unknown = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@BeforeEach
	void haveAResident() {
		this.fixture.resident(this.known);
	}

	@Test
	void isGivenByARegistrationAndItsCodes() {
		assertThat(register(this.known)).isEqualTo(register(this.unknown));
	}

	@Test
	void isGivenByAPasswordReset() {
		assertThat(reset(this.known)).isEqualTo(reset(this.unknown));
	}

	@Test
	void isGivenByASignIn() {
		assertThat(signIn("/api/v1/sessions", this.known, 12)).isEqualTo(signIn("/api/v1/sessions", this.unknown, 12));
		String other = IdentityFixture.newEmail();
		this.fixture.resident(other);
		String browsers = "/internal/v1/browser-sessions";
		assertThat(signIn(browsers, other, 1)).isEqualTo(signIn(browsers, IdentityFixture.newEmail(), 1));
	}

	@Test
	void isGivenByARegistrationThatSomebodyElseFinished() {
		String squatted = this.fixture.register(this.unknown);
		String right = this.fixture.codeOf(squatted);
		this.fixture.resident(this.unknown);
		String other = IdentityFixture.newEmail();
		String own = this.fixture.register(other);
		String ownCode = this.fixture.codeOf(own);
		this.fixture.confirming(own, ownCode).expectStatus().isCreated();
		assertThat(seen(this.fixture.confirming(squatted, right)))
			.isEqualTo(seen(this.fixture.confirming(own, ownCode)));
	}

	private List<Seen> register(String email) {
		String from = "10.77." + Math.floorMod(email.hashCode(), 200) + ".1";
		return flow("/api/v1/registrations/", "/confirmation", Map.of("code", "0000000"),
				this.fixture.registering(email, IdentityFixture.PASSWORD, from), from);
	}

	private List<Seen> reset(String email) {
		String from = "10.78." + Math.floorMod(email.hashCode(), 200) + ".1";
		return flow("/api/v1/password-resets/", "/completion",
				Map.of("code", "0000000", "password", IdentityFixture.PASSWORD),
				this.fixture.post("/api/v1/password-resets", Map.of("email", email), from), from);
	}

	private List<Seen> flow(String flows, String end, Map<String, String> guess, ResponseSpec start, String from) {
		List<Seen> seen = new ArrayList<>();
		EntityExchangeResult<byte[]> started = start.expectBody().returnResult();
		String id = JsonMapper.shared().readTree(started.getResponseBody()).get("id").asString();
		assertThat(UUID.fromString(id)).isNotNull();
		seen.add(new Seen(started.getStatus().value(), headers(started), "an id"));
		String path = flows + id;
		for (int number = 0; number < 7; number++) {
			seen.add(seen(this.fixture.post(path + end, guess, from)));
		}
		for (int minute = 0; minute < 7; minute++) {
			this.fixture.clock().pass(Duration.ofSeconds(61));
			seen.add(seen(this.fixture.post(path + "/codes", Map.of(), from)));
			seen.add(seen(this.fixture.post(path + "/codes", Map.of(), from)));
			seen.add(seen(this.fixture.post(path + end, guess, from)));
		}
		return seen;
	}

	/** Up to ten failures, and some that have to wait. */
	private List<Seen> signIn(String path, String email, int tries) {
		List<Seen> seen = new ArrayList<>();
		for (int number = 0; number < tries; number++) {
			seen.add(seen(this.fixture.post(path, Map.of("email", email, "password", IdentityFixture.WRONG_PASSWORD),
					IdentityFixture.homeOf(email))));
		}
		return seen;
	}

	private static Seen seen(ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
		byte[] body = result.getResponseBody();
		if (body == null) {
			return new Seen(result.getStatus().value(), headers(result), "");
		}
		ObjectNode problem = (ObjectNode) JsonMapper.shared().readTree(body);
		problem.remove("requestId");
		return new Seen(result.getStatus().value(), headers(result), problem.toString());
	}

	/** Without what differs with each request and with the second it comes in. */
	private static Map<String, String> headers(EntityExchangeResult<byte[]> result) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		result.getResponseHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
		headers.remove("X-Request-Id");
		headers.remove("Date");
		headers.remove("Content-Length");
		headers.replaceAll((name, value) -> name.equalsIgnoreCase("Retry-After") ? "some seconds" : value);
		return headers;
	}

	private record Seen(int status, Map<String, String> headers, String body) {
	}

}
