package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class AppTests extends PortalTest {

	private static final String PAGE = "/oauth2/authorize?client_id=plaza-app&state=a%20b";

	private static final String CHECK = "/internal/v1/authorizations/check";

	private static final String AUTHORIZE = "/internal/v1/authorizations";

	private static final String BACK = "plaza://signed-in?code=c0de&state=a%20b";

	@Test
	void asksWhoIsSignedInWhetherTheAppMayComeIn() {
		SERVICES.on("POST", CHECK, Answer.json(200, "{\"app\":\"Plaza\",\"address\":null}"));
		Page page = get(PAGE, resident());
		assertThat(page.text("h1")).isEqualTo("Sign in to Plaza?");
		assertThat(page.value("input[name=request]")).isEqualTo("client_id=plaza-app&state=a%20b");
		assertThat(SERVICES.asked("POST", AUTHORIZE)).isEmpty();
	}

	@Test
	void asksForSignInFirstAndComesBack() {
		assertThat(get(PAGE, null).location()).startsWith("/sign-in?then=%2Foauth2%2Fauthorize");
	}

	@Test
	void goesBackToTheAppWithTheAnswer() {
		SERVICES.on("POST", CHECK, Answer.json(200, "{\"app\":\"Plaza\",\"address\":null}"));
		SERVICES.on("POST", AUTHORIZE, Answer.json(200, "{\"address\":\"" + BACK + "\"}"));
		Page yes = submit(PAGE, "/oauth2/authorize", resident(),
				Map.of("request", "client_id=plaza-app", "answer", "yes"));
		assertThat(yes.headers().getFirst("Refresh")).isEqualTo("0; url=" + BACK);
		assertThat(yes.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(yes.html().select("main a.govuk-button").attr("href")).isEqualTo(BACK);
		submit(PAGE, "/oauth2/authorize", resident(), Map.of("request", "client_id=plaza-app", "answer", "no"));
		assertThat(SERVICES.asked("POST", AUTHORIZE)).extracting((asked) -> asked.body())
			.containsExactly("{\"query\":\"client_id=plaza-app\",\"denied\":false}",
					"{\"query\":\"client_id=plaza-app\",\"denied\":true}");
	}

	@Test
	void sendsAnAppAtFaultItsBrowserBack() {
		SERVICES.on("POST", CHECK,
				Answer.json(200, "{\"app\":null,\"address\":\"plaza://signed-in?error=invalid_request\"}"));
		assertThat(get(PAGE, resident()).headers().getFirst("Refresh"))
			.isEqualTo("0; url=plaza://signed-in?error=invalid_request");
	}

	@Test
	void sendsTheBrowserNowhereForAnAppThatIsNotKnown() {
		SERVICES.on("POST", CHECK, Answer.problem(422, "unknown-app"));
		Page page = get(PAGE, resident());
		assertThat(page.status()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(page.headers().getFirst("Refresh")).isNull();
		assertThat(page.text("h1")).isEqualTo("We don't know this app");
	}

}
