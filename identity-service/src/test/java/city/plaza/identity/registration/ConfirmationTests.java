package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.BrowserSession;
import city.plaza.identity.IdentityFixture.BrowserToken;
import city.plaza.identity.IdentityFixture.Refusal;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ConfirmationTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private TestEvents events;

	@Autowired
	private RemoveUnconfirmed removeUnconfirmed;

	@Test
	void refusesAWrongCodeAndTakesTheRightOneAfterIt() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		assertThat(confirm(registration, IdentityFixture.wrong(code))).isEqualTo("wrong-code");
		this.fixture.confirming(registration, code.substring(0, 4) + " " + code.substring(4))
			.expectStatus()
			.isCreated();
	}

	@Test
	void refusesACodeAfterFiveTries() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		IntStream.range(0, 5)
			.forEach(
					(number) -> assertThat(confirm(registration, IdentityFixture.wrong(code))).isEqualTo("wrong-code"));
		assertThat(confirm(registration, code)).isEqualTo("code-tries-spent");
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
	}

	@Test
	void countsExactlyFiveOfTwentyTriesAtOnce() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		List<String> answers = IdentityFixture.atOnce(20,
				(number) -> confirm(registration, IdentityFixture.wrong(code)));
		assertThat(answers).filteredOn("wrong-code"::equals).hasSize(5);
		assertThat(answers).filteredOn("code-tries-spent"::equals).hasSize(15);
	}

	@Test
	void refusesACodeAfterTenMinutes() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		this.fixture.clock().pass(Duration.ofMinutes(10));
		assertThat(confirm(registration, code)).isEqualTo("expired-code");
	}

	@Test
	void takesACodeOnce() {
		String registration = this.fixture.register(this.email);
		String code = this.fixture.codeOf(registration);
		this.fixture.confirming(registration, code).expectStatus().isCreated();
		assertThat(confirm(registration, code)).isEqualTo("code-already-used");
		assertThat(IdentityFixture.problem(this.fixture.resending(registration).expectStatus().isEqualTo(422)))
			.isEqualTo("code-already-used");
	}

	@Test
	void makesOneResidentOfManyConfirmationsAtOnce() {
		List<String> registrations = IntStream.range(0, 4)
			.mapToObj((number) -> this.fixture.register(this.email))
			.toList();
		List<String> codes = registrations.stream().map(this.fixture::codeOf).toList();
		List<Integer> answers = IdentityFixture.atOnce(12, (number) -> IdentityFixture
			.status(this.fixture.confirming(registrations.get(number % 4), codes.get(number % 4))));
		assertThat(answers).filteredOn((status) -> status == 201).hasSize(1);
		assertThat(answers).filteredOn((status) -> status == 422).hasSize(11);
		JsonNode registered = this.events.await(IdentityFixture.RESIDENTS, "ResidentRegistered", this::isOurs);
		Awaitility.await()
			.during(Duration.ofMillis(500))
			.until(() -> this.events.all(IdentityFixture.RESIDENTS)
				.stream()
				.map(TestEvent::body)
				.filter(this::isOurs)
				.toList(), List.of(registered)::equals);
	}

	@Test
	void isBoundToItsRegistration() {
		String registration = this.fixture.register(this.email);
		String other = this.fixture.register(IdentityFixture.newEmail());
		assertThat(confirm(other, this.fixture.codeOf(registration))).isEqualTo("wrong-code");
	}

	@Test
	void knowsNoOtherRegistration() {
		assertThat(confirm(UUID.randomUUID().toString(), "12345678")).isEqualTo("not-found");
		assertThat(confirm("what", "12345678")).isEqualTo("not-found");
		assertThat(IdentityFixture
			.problem(this.fixture.resending(UUID.randomUUID().toString()).expectStatus().isNotFound()))
			.isEqualTo("not-found");
	}

	@Test
	void requiresACode() {
		String registration = this.fixture.register(this.email);
		Refusal problem = IdentityFixture
			.body(this.fixture.post("/api/v1/registrations/" + registration + "/confirmation", Map.of())
				.expectStatus()
				.isEqualTo(422), Refusal.class);
		assertThat(problem.errors()).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("code");
			assertThat(error.code()).isEqualTo("required");
		});
	}

	@Test
	void signsABrowserIn() {
		String registration = this.fixture.register(this.email);
		BrowserSession session = IdentityFixture.body(this.fixture
			.post("/internal/v1/registrations/" + registration + "/browser-confirmation",
					Map.of("code", this.fixture.codeOf(registration)))
			.expectStatus()
			.isCreated(), BrowserSession.class);
		assertThat(session.expiresAt()).isAfter(this.fixture.clock().instant());
		BrowserToken token = IdentityFixture.body(this.fixture.swapping(session.sessionToken()).expectStatus().isOk(),
				BrowserToken.class);
		this.fixture.get("/api/v1/me", token.accessToken()).expectStatus().isOk();
	}

	@Test
	void isNoAccountBeforeItAndGoneADayLater() {
		String registration = this.fixture.register(this.email);
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.removeUnconfirmed.remove().block();
		assertThat(confirm(registration, "123")).isEqualTo("wrong-code");
		this.fixture.clock().pass(Duration.ofHours(24));
		this.removeUnconfirmed.remove().block();
		assertThat(confirm(registration, "123")).isEqualTo("not-found");
	}

	private boolean isOurs(JsonNode body) {
		return body.get("email").asString().equals(this.email);
	}

	private String confirm(String registration, String code) {
		return IdentityFixture.problem(this.fixture.confirming(registration, code));
	}

}
