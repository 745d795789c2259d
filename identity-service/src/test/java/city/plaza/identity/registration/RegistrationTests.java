package city.plaza.identity.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.IdentityFixture.FieldError;
import city.plaza.identity.IdentityFixture.Refusal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class RegistrationTests {

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Test
	void mailsACodeByAnEventThatKeepsItsContractAndHidesTheCode() {
		String registration = this.fixture.register(this.email);
		List<TestEvent> mails = this.fixture.mailsOf(registration, 1);
		assertThat(mails).hasSize(1);
		assertThat(mails.getFirst().type()).isEqualTo("VerificationCodeRequested");
		JsonNode body = mails.getFirst().body();
		GoldenSamples.assertMatches(IdentityFixture.VERIFICATION, "VerificationCodeRequested", body);
		assertThat(body.get("registrationId").asString()).isEqualTo(registration);
		assertThat(body.get("email").asString()).isEqualTo(this.email);
		assertThat(body.toString()).doesNotContain("Pat\"", "Example\"");
		String code = this.fixture.codeOf(registration);
		assertThat(code).matches("[0-9]{8}");
		assertThat(body.toString()).doesNotContain(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			es-MX,es;q=0.9,en;q=0.8 | es
			fr-FR,fr;q=0.9,es;q=0.3 | es
			en-US,en;q=0.9,es;q=0.8 | en
			zh-CN                   | en
			;;;                     | en
			""")
	void writesInTheLanguageThatTheRequestLikesBest(String acceptLanguage, String language) {
		String registration = this.fixture.registerIn(acceptLanguage, this.email);
		assertThat(this.fixture.mailsOf(registration, 1).getFirst().body().path("language").asString())
			.isEqualTo(language);
	}

	@Test
	void respondsToAKnownAddressAsToANewOne() {
		this.fixture.resident(this.email);
		EntityExchangeResult<byte[]> unknown = answer(IdentityFixture.newEmail());
		EntityExchangeResult<byte[]> known = answer(this.email.toUpperCase(Locale.ROOT));
		assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
		assertThat(stable(known.getResponseHeaders())).isEqualTo(stable(unknown.getResponseHeaders()));
		assertThat(known.getResponseBody()).hasSameSizeAs(unknown.getResponseBody());
	}

	@Test
	void notifiesOnlyTheHolderOfAKnownAddress() {
		this.fixture.resident(this.email);
		String decoy = this.fixture.register(this.email);
		List<TestEvent> mails = this.fixture.mailsOf(decoy, 1);
		assertThat(mails).extracting(TestEvent::type).containsExactly("KnownAddressRegistered");
		GoldenSamples.assertMatches(IdentityFixture.VERIFICATION, "KnownAddressRegistered", mails.getFirst().body());
		Stream.of("00000000", "11111111", "22222222", "33333333", "44444444")
			.forEach((code) -> assertThat(
					IdentityFixture.problem(this.fixture.confirming(decoy, code).expectStatus().isEqualTo(422)))
				.isEqualTo("wrong-code"));
		assertThat(IdentityFixture.problem(this.fixture.confirming(decoy, "55555555"))).isEqualTo("code-tries-spent");
		assertThat(IdentityFixture.problem(this.fixture.resending(decoy).expectStatus().isEqualTo(429)))
			.isEqualTo("resend-too-soon");
	}

	@Test
	void givesTheAddressToWhoProvesItAndNothingToASquatter() {
		String squatters = IdentityFixture.text(
				this.fixture.registering(this.email, IdentityFixture.WRONG_PASSWORD).expectStatus().isAccepted(), "id");
		String squattersCode = this.fixture.codeOf(squatters);
		this.fixture.resident(this.email);
		assertThat(IdentityFixture
			.problem(this.fixture.confirming(squatters, squattersCode).expectStatus().isEqualTo(422)))
			.isEqualTo("code-already-used");
		this.fixture.signingIn(this.email, IdentityFixture.WRONG_PASSWORD).expectStatus().isUnauthorized();
		this.fixture.signIn(this.email);
	}

	@ParameterizedTest
	@MethodSource
	void namesTheFieldThatCannotBeTaken(Map<String, String> change, String field, String code) {
		Map<String, String> body = new HashMap<>(Map.of("email", this.email, "password", IdentityFixture.PASSWORD,
				"givenName", "Pat", "familyName", "Example"));
		body.putAll(change);
		Refusal problem = IdentityFixture
			.body(this.fixture.post("/api/v1/registrations", body).expectStatus().isEqualTo(422), Refusal.class);
		assertThat(problem.code()).isEqualTo("invalid-request");
		assertThat(problem.errors()).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo(field);
			assertThat(error.code()).isEqualTo(code);
			assertThat(error.message()).isNotBlank();
		});
		assertThat(problem.toString()).doesNotContain(body.get("password"));
	}

	static Stream<Arguments> namesTheFieldThatCannotBeTaken() {
		return Stream.of(Arguments.of(Map.of("email", "pat@example"), "email", "invalid-email"),
				Arguments.of(Map.of("email", "pat@example.org\r\nBcc: mal@example.org"), "email", "invalid-email"),
				Arguments.of(Map.of("email", " "), "email", "required"),
				Arguments.of(Map.of("password", "fourteen chars"), "password", "password-too-short"),
				Arguments.of(Map.of("password", "nine quiet herons wade. ".repeat(6)), "password", "password-too-long"),
				Arguments.of(Map.of("password", "Password12345678"), "password", "password-too-common"),
				Arguments.of(Map.of("password", "CityOfFairhaven2026"), "password", "password-too-common"),
				Arguments.of(Map.of("givenName", " "), "givenName", "required"),
				Arguments.of(Map.of("familyName", "x".repeat(101)), "familyName", "too-long"),
				Arguments.of(Map.of("givenName", "http://evil.example"), "givenName", "invalid-characters"));
	}

	@Test
	void namesEveryInvalidFieldAtOnce() {
		Refusal problem = IdentityFixture
			.body(this.fixture.post("/api/v1/registrations", Map.of()).expectStatus().isEqualTo(422), Refusal.class);
		assertThat(problem.errors()).extracting(FieldError::field)
			.containsExactly("email", "password", "givenName", "familyName");
		assertThat(problem.errors()).extracting(FieldError::code).containsOnly("required");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					not json
					{"email":{"a":1},"password":"nine quiet herons wade","givenName":"Pat","familyName":"Example"}
					{"email":"a@example.org","email":"b@example.org","password":"nine quiet herons wade","givenName":"Pat","familyName":"Example"}
					""")
	void refusesWhatItCannotRead(String body) {
		assertThat(IdentityFixture
			.problem(this.fixture.postRaw("/api/v1/registrations", body).expectStatus().isBadRequest()))
			.isEqualTo("malformed-request");
	}

	private EntityExchangeResult<byte[]> answer(String address) {
		return this.fixture.registering(address, IdentityFixture.PASSWORD).expectBody().returnResult();
	}

	private static Map<String, List<String>> stable(HttpHeaders headers) {
		Map<String, List<String>> stable = new HashMap<>();
		headers.forEach((name, values) -> stable.put(name.toLowerCase(Locale.ROOT), values));
		stable.remove("x-request-id");
		stable.remove("date");
		return stable;
	}

}
