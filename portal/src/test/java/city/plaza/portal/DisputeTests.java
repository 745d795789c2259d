package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class DisputeTests extends PortalTest {

	private static final String DISPUTES = "/api/v1/customer-links/disputes";

	private static final String PATH = "/link-disputes/3q2-7wAAx_z";

	@Test
	void asksBeforeItSuspendsWithoutASignIn() {
		Page page = get(PATH, null);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("h1")).isEqualTo("Do you want to suspend the new link?");
		assertThat(SERVICES.asked("POST", DISPUTES)).isEmpty();
	}

	@Test
	void suspendsOnceAPersonHasConfirmed() {
		SERVICES.on("POST", DISPUTES, new Answer(204, "text/plain", "", Map.of()));
		assertThat(submit(PATH, PATH, null, Map.of()).location()).isEqualTo("/link-disputed");
		assertThat(SERVICES.asked("POST", DISPUTES).getFirst().body()).isEqualTo("{\"token\":\"3q2-7wAAx_z\"}");
		assertThat(get("/link-disputed", null).text("h1")).isEqualTo("The link is suspended");
	}

	@Test
	void tellsOfATokenThatIsNotKnown() {
		SERVICES.on("POST", DISPUTES, Answer.problem(422, "unknown-dispute"));
		Page page = submit(PATH, PATH, null, Map.of());
		assertThat(page.status()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(page.text("main")).contains("Nothing was changed");
	}

}
