package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class EmailChangeTests extends PortalTest {

	private static final String ID = "0197a000-0000-7000-8000-0000000000aa";

	private static final String PAGE = "/account/email/" + ID;

	private static final String API = "/api/v1/me/email-changes";

	private static final String UNDO = "/api/v1/email-change-undos";

	@BeforeEach
	void haveProved() {
		SERVICES.on("GET", "/api/v1/me/second-factor", Answer.json(200, "{\"proved\":true}"));
	}

	@Test
	void sendsACodeToTheNewAddress() {
		SERVICES.on("POST", API, Answer.json(202, "{\"id\":\"" + ID + "\"}"));
		Page page = submit("/account/email", "/account/email", resident(), Map.of("email", "new@example.com"));
		assertThat(page.location()).isEqualTo(PAGE);
		assertThat(SERVICES.asked("POST", API).getFirst().body()).isEqualTo("{\"email\":\"new@example.com\"}");
	}

	@Test
	void keepsWhatWasTypedAfterAnError() {
		SERVICES.on("POST", API, Answer.problem(422,
				"{\"code\":\"invalid-request\",\"errors\":[{\"field\":\"email\",\"code\":\"same-email\",\"message\":\"x\"}]}",
				Map.of()));
		Page page = submit("/account/email", "/account/email", resident(), Map.of("email", "new@example.com"));
		assertThat(page.text("#email-error")).isNotEmpty();
		assertThat(page.value("#email")).isEqualTo("new@example.com");
	}

	/** Before anything is typed. */
	@Test
	void asksForAProofFirst() {
		SERVICES.on("GET", "/api/v1/me/second-factor", Answer.json(200, "{\"proved\":false}"));
		assertThat(get("/account/email", resident()).location()).isEqualTo("/account/confirm?then=%2Faccount%2Femail");
	}

	@Test
	void confirmsWithTheCode() {
		SERVICES.on("POST", API + "/" + ID + "/confirmation", Answer.json(204, ""));
		Page page = submit(PAGE, PAGE, resident(), Map.of("code", "1234-5678"));
		assertThat(page.location()).isEqualTo("/account?email-changed");
		assertThat(SERVICES.asked("POST", API + "/" + ID + "/confirmation").getFirst().body())
			.isEqualTo("{\"code\":\"12345678\"}");
	}

	@Test
	void sendsAnotherCode() {
		SERVICES.on("POST", API + "/" + ID + "/codes", Answer.json(202, ""));
		assertThat(submit(PAGE, PAGE + "/code", resident(), Map.of()).location()).isEqualTo(PAGE + "?sent");
	}

	/** Programs that follow the links of emails press no button. */
	@Test
	void takesAChangeBackByAButtonAlone() {
		SERVICES.on("POST", UNDO, Answer.json(204, ""));
		assertThat(get("/email-changes/a-token", null).text("h1")).isEqualTo("Get your account back");
		assertThat(SERVICES.asked("POST", UNDO)).isEmpty();
		Page page = submit("/email-changes/a-token", "/email-changes/a-token", null, Map.of());
		assertThat(page.location()).isEqualTo("/forgot-password?restored");
		assertThat(SERVICES.asked("POST", UNDO).getFirst().body()).isEqualTo("{\"token\":\"a-token\"}");
		assertThat(get("/forgot-password?restored", null).text(".govuk-inset-text")).contains("your account back");
	}

	@Test
	void saysWhyAChangeStays() {
		SERVICES.on("POST", UNDO, Answer.problem(404, "not-found"));
		Page old = submit("/email-changes/a-token", "/email-changes/a-token", null, Map.of());
		assertThat(old.status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(old.text("main")).contains("no longer works", "Contact us");
		SERVICES.on("POST", UNDO, Answer.problem(409, "email-taken"));
		Page taken = submit("/email-changes/a-token", "/email-changes/a-token", null, Map.of());
		assertThat(taken.status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(taken.text("main")).contains("Another account uses");
	}

}
