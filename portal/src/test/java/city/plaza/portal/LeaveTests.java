package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class LeaveTests extends PortalTest {

	private static final String DELETION = "/api/v1/me/deletion";

	private static final String COPIES = "/api/v1/me/data-copies";

	private static final String PROOF = "/account/confirm?then=%2Faccount%2Fdelete";

	@BeforeEach
	void haveData() {
		SERVICES.on("GET", "/api/v1/me", Answer.json(200, "{\"email\":\"robin@example.com\",\"anything\":7}"));
		SERVICES.on("GET", "/api/v1/me/sessions", Answer.json(200, "{\"items\":[{\"kind\":\"browser\"}]}"));
		SERVICES.on("GET", "/api/v1/me/registration", Answer.json(200, """
				{"acknowledgment":{"accepted":{"version":"7"}},"signature":{"name":"Robin"},"drafts":{}}"""));
		SERVICES.on("GET", "/api/v1/me/sign-in-methods", Answer.json(200, "{\"items\":[{\"provider\":\"google\"}]}"));
		SERVICES.on("GET", "/api/v1/me/second-factor", Answer.json(200, "{\"enabled\":true}"));
		SERVICES.on("POST", COPIES, Answer.json(200, "{\"earlierAccounts\":[{\"email\":\"old@example.com\"}]}"));
		SERVICES.on("GET", "/api/v1/customer-links", Answer.json(200, "{\"items\":[],\"next\":null}"));
		SERVICES.on("GET", "/api/v1/payments",
				(asked) -> Answer.json(200,
						"cursor=more".equals(asked.query()) ? "{\"items\":[{\"reference\":\"two\"}],\"next\":null}"
								: "{\"items\":[{\"reference\":\"one\"}],\"next\":\"more\"}"));
		SERVICES.on("GET", "/api/v1/notices", Answer.json(200, "{\"items\":[],\"next\":null}"));
	}

	@Test
	void handsOutACopyOfAllPagesOfAllServices() {
		Page page = get("/account/data", resident());
		assertThat(page.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION)).contains("my-data.json");
		JsonNode copy = JsonMapper.shared().readTree(page.html().body().wholeText());
		assertThat(copy.at("/account/anything").asInt()).isEqualTo(7);
		assertThat(copy.at("/signIns/0/kind").asString()).isEqualTo("browser");
		assertThat(copy.at("/acknowledgment/version").asString()).isEqualTo("7");
		assertThat(copy.at("/signature/name").asString()).isEqualTo("Robin");
		assertThat(copy.at("/signInMethods/0/provider").asString()).isEqualTo("google");
		assertThat(copy.at("/secondFactor/enabled").asBoolean()).isTrue();
		assertThat(copy.at("/earlierAccounts/0/email").asString()).isEqualTo("old@example.com");
		assertThat(copy.path("payments").valueStream().map((payment) -> payment.path("reference").asString()))
			.containsExactly("one", "two");
	}

	@Test
	void handsOutNoHalfCopyWhileAServiceIsDown() {
		SERVICES.on("GET", "/api/v1/notices", Answer.problem(503, "temporarily-unavailable"));
		assertThat(get("/account/data", resident()).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(SERVICES.asked("POST", COPIES)).as("a copy that there is not is not noted").isEmpty();
	}

	@Test
	void deletesTheAccountAndForgetsTheSession() {
		proved(true);
		SERVICES.on("POST", DELETION, Answer.json(204, ""));
		Page page = submit("/account/delete", "/account/delete", resident(), Map.of());
		assertThat(page.location()).isEqualTo("/?account-deleted");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza=;").contains("Max-Age=0"));
		assertThat(get("/?account-deleted", null).text(".govuk-notification-banner")).contains("deleted");
	}

	/** Before the page, and where the proof grew old on it. */
	@Test
	void keepsTheAccountWithoutAProof() {
		proved(false);
		assertThat(get("/account/delete", resident()).location()).isEqualTo(PROOF);
		proved(true);
		SERVICES.on("POST", DELETION, Answer.problem(403, "proof-needed"));
		Page page = submit("/account/delete", "/account/delete", resident(), Map.of());
		assertThat(page.location()).isEqualTo(PROOF);
	}

	private static void proved(boolean proved) {
		SERVICES.on("GET", "/api/v1/me/second-factor", Answer.json(200, "{\"proved\":" + proved + "}"));
	}

}
