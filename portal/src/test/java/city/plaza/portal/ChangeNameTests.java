package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeNameTests extends PortalTest {

	private static final String API = "/api/v1/me/name";

	@BeforeEach
	void haveAName() {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
	}

	@Test
	void showsTheNameAndChangesIt() {
		Page shown = get("/account/name", resident());
		assertThat(shown.value("#givenName")).isEqualTo("Robin");
		assertThat(shown.value("#familyName")).isEqualTo("Example");
		SERVICES.on("PUT", API, Answer.json(204, ""));
		Page page = submit("/account/name", "/account/name", resident(),
				Map.of("givenName", "Mary Ann", "familyName", "O'Donnell"));
		assertThat(page.location()).isEqualTo("/account?changed=name");
		assertThat(SERVICES.asked("PUT", API).getFirst().body())
			.isEqualTo("{\"givenName\":\"Mary Ann\",\"familyName\":\"O'Donnell\"}");
	}

	@Test
	void keepsWhatWasTypedBesideTheError() {
		SERVICES.on("PUT", API, Answer.problem(422,
				"{\"code\":\"invalid-request\",\"errors\":[{\"field\":\"givenName\",\"code\":\"invalid-characters\",\"message\":\"x\"}]}",
				Map.of()));
		Page page = submit("/account/name", "/account/name", resident(),
				Map.of("givenName", "<b>", "familyName", "Example"));
		assertThat(page.text("#givenName-error")).contains("Your first name can only have letters");
		assertThat(page.value("#givenName")).isEqualTo("<b>");
	}

}
