package city.plaza.identity.reset;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.Refusal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ResetTests {

	private static final String NEW_PASSWORD = "seven slow otters drift";

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Test
	void givesThePasswordThatTheReaderOfTheMailChose() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		completing(reset, this.fixture.codeOf(reset), NEW_PASSWORD).expectStatus().isNoContent();
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isUnauthorized();
		this.fixture.signingIn(this.email, NEW_PASSWORD).expectStatus().isCreated();
	}

	@Test
	void endsAllSessionsAndNotifiesTheHolder() {
		IdentityFixture.Tokens phone = this.fixture.resident(this.email);
		String browser = this.fixture.signInBrowser(this.email);
		String account = this.fixture.me(phone.accessToken()).id().toString();
		String reset = request(this.email);
		completing(reset, this.fixture.codeOf(reset), NEW_PASSWORD).expectStatus().isNoContent();
		this.fixture.get("/api/v1/me", phone.accessToken()).expectStatus().isUnauthorized();
		this.fixture.refreshing(phone.refreshToken()).expectStatus().isUnauthorized();
		this.fixture.swapping(browser).expectStatus().isUnauthorized();
		JsonNode event = this.fixture.securityChange(account, "password-reset");
		GoldenSamples.assertMatches("identity.security", "SecurityChanged", event);
		assertThat(event.path("email").asString()).isEqualTo(this.email);
		assertThat(event.toString()).doesNotContain(NEW_PASSWORD);
	}

	@Test
	void mailsAnAddressWithoutAnAccountThatItHasNone() {
		String reset = request(this.email);
		TestEvent mail = this.fixture.mailsOf(reset, 1).getFirst();
		assertThat(mail.type()).isEqualTo("NoAccountToReset");
		GoldenSamples.assertMatches(IdentityFixture.VERIFICATION, "NoAccountToReset", mail.body());
		IntStream.range(0, 5)
			.forEach((number) -> assertThat(
					IdentityFixture.problem(completing(reset, "%08d".formatted(number), NEW_PASSWORD)))
				.isEqualTo("wrong-code"));
		this.fixture.signingIn(this.email, NEW_PASSWORD).expectStatus().isUnauthorized();
	}

	@Test
	void mailsACodeThatSaysWhatItIsForAndIsWorthNothingElsewhere() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		assertThat(this.fixture.mailsOf(reset, 1).getFirst().body().path("purpose").asString())
			.isEqualTo("password-reset");
		String code = this.fixture.codeOf(reset);
		String registration = this.fixture.register(IdentityFixture.newEmail());
		assertThat(IdentityFixture.problem(this.fixture.confirming(registration, code))).isEqualTo("wrong-code");
		this.fixture.confirming(reset, code).expectStatus().isNotFound();
		completing(registration, this.fixture.codeOf(registration), NEW_PASSWORD).expectStatus().isNotFound();
		completing(reset, code, NEW_PASSWORD).expectStatus().isNoContent();
	}

	@Test
	void takesOneOfManyThatComeAtOnce() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		String code = this.fixture.codeOf(reset);
		List<Integer> statuses = IdentityFixture.atOnce(12,
				(number) -> IdentityFixture.status(completing(reset, code, NEW_PASSWORD)));
		assertThat(statuses).filteredOn((status) -> status == 204).hasSize(1);
		assertThat(statuses).filteredOn((status) -> status == 422).hasSize(11);
	}

	@Test
	void takesFiveTriesHoweverManyComeAtOnce() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		String code = this.fixture.codeOf(reset);
		List<String> problems = IdentityFixture.atOnce(20,
				(number) -> IdentityFixture.problem(completing(reset, IdentityFixture.wrong(code), NEW_PASSWORD)));
		assertThat(problems).filteredOn("wrong-code"::equals).hasSize(5);
		assertThat(problems).filteredOn("code-tries-spent"::equals).hasSize(15);
		assertThat(IdentityFixture.problem(completing(reset, code, NEW_PASSWORD))).isEqualTo("code-tries-spent");
	}

	@Test
	void countsNoTryForAPasswordThatItRefuses() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		String code = this.fixture.codeOf(reset);
		for (int number = 0; number < 7; number++) {
			Refusal refusal = IdentityFixture.body(completing(reset, code, "short").expectStatus().isEqualTo(422),
					Refusal.class);
			assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("password-too-short"));
		}
		completing(reset, code, NEW_PASSWORD).expectStatus().isNoContent();
	}

	@Test
	void namesWhatIsMissing() {
		Refusal refusal = IdentityFixture
			.body(this.fixture.post(path(UUID.randomUUID().toString()) + "/completion", Map.of()), Refusal.class);
		assertThat(refusal.errors()).extracting(IdentityFixture.FieldError::field).containsExactly("code", "password");
		assertThat(IdentityFixture.problem(this.fixture.post("/api/v1/password-resets", Map.of("email", "x"))))
			.isEqualTo("invalid-request");
		this.fixture.post(path("x") + "/codes", Map.of()).expectStatus().isNotFound();
	}

	@Test
	void sendsAnotherCodeThatEndsTheOneBefore() {
		this.fixture.resident(this.email);
		String reset = request(this.email);
		String old = this.fixture.codeOf(reset);
		assertThat(IdentityFixture.problem(sendingAnother(reset))).isEqualTo("resend-too-soon");
		this.fixture.clock().pass(Duration.ofSeconds(60));
		sendingAnother(reset).expectStatus().isAccepted();
		String fresh = this.fixture.codesOf(reset, 2).getLast();
		assertThat(IdentityFixture.problem(completing(reset, old, NEW_PASSWORD))).isEqualTo("wrong-code");
		completing(reset, fresh, NEW_PASSWORD).expectStatus().isNoContent();
		this.fixture.clock().pass(Duration.ofSeconds(60));
		assertThat(IdentityFixture.problem(sendingAnother(reset))).isEqualTo("code-already-used");
	}

	@Test
	void letsALockedOutResidentInAtOnce() {
		this.fixture.resident(this.email);
		for (int number = 0; number < 11; number++) {
			this.fixture.signingIn(this.email, IdentityFixture.WRONG_PASSWORD);
		}
		this.fixture.signingIn(this.email, IdentityFixture.PASSWORD).expectStatus().isEqualTo(429);
		String reset = request(this.email);
		completing(reset, this.fixture.codeOf(reset), NEW_PASSWORD).expectStatus().isNoContent();
		this.fixture.signingIn(this.email, NEW_PASSWORD).expectStatus().isCreated();
	}

	private String request(String email) {
		return IdentityFixture
			.text(this.fixture.post("/api/v1/password-resets", Map.of("email", email), IdentityFixture.homeOf(email))
				.expectStatus()
				.isAccepted(), "id");
	}

	private ResponseSpec completing(String reset, String code, String password) {
		return this.fixture.post(path(reset) + "/completion", Map.of("code", code, "password", password),
				IdentityFixture.homeOf(this.email));
	}

	private ResponseSpec sendingAnother(String reset) {
		return this.fixture.post(path(reset) + "/codes", Map.of(), IdentityFixture.homeOf(this.email));
	}

	private static String path(String reset) {
		return "/api/v1/password-resets/" + reset;
	}

}
