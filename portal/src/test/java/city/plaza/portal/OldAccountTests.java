package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What residents of the earlier portal are shown: how to register anew. */
class OldAccountTests extends PortalTest {

	private static final String CUT_OVER = "/api/v1/registrations/legacy";

	private static final String PROVIDERS = "/internal/v1/sign-in-providers";

	private static final String HELP = "/help/old-account";

	@BeforeEach
	void beginOnADayInJune() {
		SERVICES.on("GET", CUT_OVER, Samples.CUT_OVER);
		SERVICES.on("GET", PROVIDERS, Answer.json(200, "{\"items\":[{\"id\":\"google\",\"name\":\"Google\"}]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/register" })
	void areLedToTheGuideFromThatDayOn(String path) {
		Page page = get(path, null);
		assertThat(page.text("[data-old-account]")).contains("Did you have an account here before 6/28/2024?",
				"the email of your old account");
		assertThat(page.html().select("[data-old-account] a").eachAttr("href")).containsExactly(HELP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/register" })
	void areNotLedThereBefore(String path) {
		SERVICES.on("GET", CUT_OVER, Answer.json(200, "{\"cutOver\":\"2024-06-28\",\"begun\":false}"));
		assertThat(get(path, null).html().select("[data-old-account]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/register" })
	void doNotMissThePageItselfWhileTheServiceIsDown(String path) {
		SERVICES.on("GET", CUT_OVER, Answer.problem(500, "internal-error"));
		Page page = get(path, null);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.html().select("[data-old-account]")).isEmpty();
		assertThat(page.html().select("#password")).hasSize(1);
		assertThat(get(HELP, null).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/register" })
	void areLedThereAfterAnErrorToo(String path) {
		SERVICES.on("POST", "/internal/v1/browser-sessions", Answer.problem(401, "wrong-credentials"));
		SERVICES.on("POST", "/api/v1/registrations", Answer.problem(429, "too-many-tries"));
		Page refused = submit(path, path, null, Map.of());
		assertThat(refused.text("#email-error")).isNotEmpty();
		assertThat(refused.html().select("[data-old-account]")).hasSize(1);
	}

	@Test
	void makeManyVisitsOfTwoPagesAndOneQuestion() {
		for (int visit = 0; visit < 5; visit++) {
			get("/sign-in", null);
			get("/register", null);
			get(HELP, null);
		}
		assertThat(SERVICES.asked("GET", CUT_OVER)).hasSize(1);
	}

	@Test
	void readWhoHasToRegisterFromWhenAndHow() {
		Page page = get(HELP, null);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("h1")).isEqualTo("If you have an old account");
		assertThat(page.text("main")).contains("Since 6/28/2024, you need a new account",
				"Everyone who had an account here before 6/28/2024", "Enter the email of your old account",
				"verification code", "It must have the same email as your old account", "Unsure of your email address?",
				"(555) 010-0159");
		assertThat(page.html().select("main a").eachAttr("href")).containsExactly("/register", "/sign-in/with/google",
				"tel:5550100159", "mailto:css@fairhaven.example");
	}

	@Test
	void readOfOneWayWhereNoProviderIsConnected() {
		SERVICES.on("GET", PROVIDERS, Answer.json(200, "{\"items\":[]}"));
		Page page = get(HELP, null);
		assertThat(page.text("main")).contains("Create an account with your email").doesNotContain("another company");
	}

	@Test
	void areAskedToWaitForTheDay() {
		SERVICES.on("GET", CUT_OVER, Answer.json(200, "{\"cutOver\":\"2024-06-28\",\"begun\":false}"));
		Page page = get(HELP, null);
		assertThat(page.text("main")).contains("Starting 6/28/2024", "Please wait until that day");
		assertThat(page.html().select("main a[href='/register'], main .plaza-providers")).isEmpty();
	}

	@Test
	void findNoGuideInACityWithoutAnEarlierPortal() {
		SERVICES.on("GET", CUT_OVER, Answer.json(200, "{\"cutOver\":null,\"begun\":false}"));
		assertThat(get(HELP, null).status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(get("/sign-in", null).html().select("[data-old-account]")).isEmpty();
	}

}
