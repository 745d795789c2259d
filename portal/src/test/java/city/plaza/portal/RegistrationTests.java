package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationTests extends PortalTest {

	private static final String ID = "0197a000-0000-7000-8000-0000000000aa";

	private static final String CONFIRM = "/internal/v1/registrations/" + ID + "/browser-confirmation";

	private static final String CODES = "/api/v1/registrations/" + ID + "/codes";

	private static final Map<String, String> FILLED_IN = Map.of("email", "robin@example.com", "givenName", "Robin",
			"familyName", "O'Example", "password", "correct horse battery staple");

	@Test
	void goesOnToTheMailboxAfterSigningUp() {
		SERVICES.on("POST", "/api/v1/registrations", Answer.json(202, "{\"id\":\"" + ID + "\"}"));
		Page page = submit("/register", "/register", null, FILLED_IN);
		assertThat(page.location()).isEqualTo("/register/" + ID + "/confirm");
		assertThat(SERVICES.asked("POST", "/api/v1/registrations").getFirst().body())
			.contains("\"email\":\"robin@example.com\"", "\"givenName\":\"Robin\"", "\"familyName\":\"O'Example\"");
		assertThat(get("/register/" + ID + "/confirm", null).text("h1")).isEqualTo("Check your email");
	}

	@Test
	void tellsEachErrorBesideItsFieldAndKeepsTheRest() {
		SERVICES.on("POST", "/api/v1/registrations", Answer.problem(422, """
				{"code":"invalid-request","detail":"No.","errors":[
				 {"field":"email","code":"invalid-email","message":"x"},
				 {"field":"password","code":"password-too-short","message":"x"},
				 {"field":"givenName","code":"something-new","message":"The service's own words."}]}""", Map.of()));
		Page page = submit("/register", "/register", null, FILLED_IN);
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#email-error")).contains("like name@example.com");
		assertThat(page.text("#password-error")).contains("15 characters or more");
		assertThat(page.text("#givenName-error")).contains("Check what you entered here").doesNotContain("own words");
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#email",
				"#givenName", "#password");
		assertThat(page.html().select("#email").attr("aria-describedby")).isEqualTo("email-hint email-error");
		assertThat(page.value("#familyName")).isEqualTo("O'Example");
		assertThat(page.value("#password")).isEmpty();
		assertThat(page.html().outerHtml()).doesNotContain("correct horse");
	}

	@Test
	void confirmsWithTheCodeAndSignsIn() {
		SERVICES.on("POST", CONFIRM,
				Answer.json(201, "{\"sessionToken\":\"fresh\",\"expiresAt\":\"2026-11-22T12:00:00Z\"}"));
		Page page = submit("/register/" + ID + "/confirm", "/register/" + ID + "/confirm", null,
				Map.of("code", " 1234 5678 "));
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/registration?confirmed");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=fresh;"));
		assertThat(SERVICES.asked("POST", CONFIRM).getFirst().body()).isEqualTo("{\"code\":\"12345678\"}");
	}

	@ParameterizedTest
	@CsvSource({ "wrong-code,That code is wrong", "expired-code,That code has expired",
			"code-tries-spent,no longer works", "code-already-used,was already used" })
	void explainsWhyACodeDoesNotCount(String code, String words) {
		SERVICES.on("POST", CONFIRM, Answer.problem(422, code));
		Page page = submit("/register/" + ID + "/confirm", "/register/" + ID + "/confirm", null,
				Map.of("code", "11111111"));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#code-error")).contains(words);
		assertThat(page.value("#code")).isEqualTo("11111111");
		assertThat(page.text("main")).contains("Change the email address");
		assertThat(page.html().select("form[action='/register/" + ID + "/code'] button").text())
			.isEqualTo("Send another code");
	}

	@Test
	void sendsAnotherCode() {
		SERVICES.on("POST", CODES, new Answer(202, "application/json", "", Map.of()));
		Page page = submit("/register/" + ID + "/confirm", "/register/" + ID + "/code", null, Map.of());
		assertThat(page.location()).isEqualTo("/register/" + ID + "/confirm?sent");
		assertThat(get("/register/" + ID + "/confirm?sent", null).text("[role=status]"))
			.contains("We sent a new code.");
	}

	@Test
	void saysHowLongToWaitForAnotherCode() {
		SERVICES.on("POST", CODES,
				Answer.problem(429, "{\"code\":\"resend-too-soon\",\"detail\":\"x\"}", Map.of("Retry-After", "42")));
		assertThat(
				submit("/register/" + ID + "/confirm", "/register/" + ID + "/code", null, Map.of()).text("#code-error"))
			.contains("Wait 42 seconds");
	}

	@Test
	void doesNotKnowAnUnknownRegistration() {
		assertThat(get("/register/none/confirm", null).status()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(submit("/register/" + ID + "/confirm", "/register/" + ID + "/confirm", null, Map.of("code", "1"))
			.status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

}
