package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.FieldError;
import city.plaza.identity.IdentityFixture.Refusal;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.testing.PlazaTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

	private static final String HOME = "192.0.2.10";

	private static final String ELSEWHERE = "198.51.100.20";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private PasswordHashes hashes;

	@Autowired
	private DatabaseClient database;

	@Test
	void respondsToAnUnknownAddressAsToAWrongPassword() {
		this.fixture.resident(this.email);
		Map<String, Object> wrong = refused(this.email, IdentityFixture.WRONG_PASSWORD);
		assertThat(wrong).containsEntry("code", "wrong-credentials");
		assertThat(refused(IdentityFixture.newEmail(), IdentityFixture.PASSWORD)).isEqualTo(wrong);
		assertThat(refused("pat", IdentityFixture.PASSWORD)).isEqualTo(wrong);
	}

	/** All of a refusal but the request's id. */
	private Map<String, Object> refused(String address, String password) {
		Map<String, Object> problem = new HashMap<>(Objects.requireNonNull(this.fixture.signingIn(address, password)
			.expectStatus()
			.isUnauthorized()
			.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.returnResult()
			.getResponseBody()));
		assertThat(problem.remove("requestId")).isNotNull();
		return problem;
	}

	@Test
	void countsNothingBeforeItsTurnComes() {
		this.fixture.resident(this.email);
		long before = counters();
		List<Disposable> others = IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
			.mapToObj((number) -> this.hashes.inTurn(Mono.never()).subscribe())
			.toList();
		CompletableFuture<Void> signIn = CompletableFuture
			.runAsync(() -> from(ELSEWHERE, IdentityFixture.PASSWORD).expectStatus().isCreated());
		Awaitility.await().during(Duration.ofMillis(500)).until(() -> counters() == before && !signIn.isDone());
		others.forEach(Disposable::dispose);
		signIn.join();
	}

	private long counters() {
		return this.database.sql("select count(*) from rate_limit")
			.map((row) -> Objects.requireNonNull(row.get(0, Long.class)))
			.one()
			.blockOptional()
			.orElseThrow();
	}

	@Test
	void slowsGuessingDownAndLocksNoHolderOut() {
		this.fixture.resident(this.email);
		IntStream.range(0, 10)
			.forEach((number) -> assertThat(IdentityFixture
				.problem(from(ELSEWHERE, IdentityFixture.WRONG_PASSWORD).expectStatus().isUnauthorized()))
				.isEqualTo("wrong-credentials"));
		ResponseSpec refused = from(ELSEWHERE, IdentityFixture.PASSWORD).expectStatus().isEqualTo(429);
		refused.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (after) -> assertThat(Integer.parseInt(after)).isBetween(20, 30));
		assertThat(IdentityFixture.problem(refused)).isEqualTo("too-many-tries");
		from(HOME, IdentityFixture.PASSWORD).expectStatus().isCreated();
		this.fixture.clock().pass(Duration.ofSeconds(30));
		from(ELSEWHERE, IdentityFixture.WRONG_PASSWORD).expectStatus().isUnauthorized();
		this.fixture.clock().pass(Duration.ofSeconds(30));
		from(ELSEWHERE, IdentityFixture.PASSWORD).expectStatus().isEqualTo(429);
		this.fixture.clock().pass(Duration.ofSeconds(30));
		from(ELSEWHERE, IdentityFixture.PASSWORD).expectStatus().isCreated();
		from(ELSEWHERE, IdentityFixture.WRONG_PASSWORD).expectStatus().isUnauthorized();
		from(ELSEWHERE, IdentityFixture.PASSWORD).expectStatus().isCreated();
	}

	@Test
	void countsExactlyTenOfFortyTriesAtOnceAlsoWithoutAnAccount() {
		List<Integer> answers = IdentityFixture.atOnce(40,
				(number) -> IdentityFixture.status(from(ELSEWHERE, IdentityFixture.WRONG_PASSWORD)));
		assertThat(answers).filteredOn((status) -> status == 401).hasSize(10);
		assertThat(answers).filteredOn((status) -> status == 429).hasSize(30);
	}

	@Test
	void namesWhatIsMissing() {
		Refusal problem = IdentityFixture
			.body(this.fixture.post("/api/v1/sessions", Map.of()).expectStatus().isEqualTo(422), Refusal.class);
		assertThat(problem.errors()).extracting(FieldError::field).containsExactlyInAnyOrder("email", "password");
		assertThat(problem.errors()).extracting(FieldError::code).containsOnly("required");
	}

	@Test
	void reportsTheSignInBefore() {
		IdentityFixture.Tokens first = this.fixture.resident(this.email);
		this.fixture.clock().pass(Duration.ofHours(1));
		IdentityFixture.Tokens second = this.fixture.signIn(this.email);
		JsonNode me = IdentityFixture.json(this.fixture.get("/api/v1/me", second.accessToken()).expectStatus().isOk());
		assertThat(Instant.parse(me.get("lastSignInAt").asString()))
			.isCloseTo(Instant.parse(me.get("registeredAt").asString()), within(10, ChronoUnit.SECONDS));
		assertThat(me.propertyNames()).containsExactlyInAnyOrder("id", "email", "givenName", "familyName", "roles",
				"registeredAt", "lastSignInAt", "language", "contact", "address", "registration", "hasPassword");
		this.fixture.get("/api/v1/me", first.accessToken()).expectStatus().isUnauthorized();
	}

	@Test
	void printsNoSecret(CapturedOutput output) {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		IdentityFixture.Tokens tokens = IdentityFixture.tokens(this.fixture.confirming(registration, code));
		this.fixture.signingIn(this.email, IdentityFixture.WRONG_PASSWORD);
		String browser = this.fixture.signInBrowser(this.email);
		this.fixture.refreshing(tokens.refreshToken());
		this.fixture.refreshing(tokens.refreshToken());
		this.fixture.postRaw("/api/v1/sessions",
				"{\"email\":\"" + this.email + "\",\"password\":\"" + IdentityFixture.PASSWORD + "\",}");
		assertThat(output.getAll()).doesNotContain(IdentityFixture.PASSWORD, IdentityFixture.WRONG_PASSWORD, code,
				tokens.accessToken(), tokens.refreshToken(), browser);
	}

	private ResponseSpec from(String client, String password) {
		return this.fixture.post("/api/v1/sessions", Map.of("email", this.email, "password", password), client);
	}

}
