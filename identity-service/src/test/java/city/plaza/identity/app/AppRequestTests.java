package city.plaza.identity.app;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AppRequestTests {

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private static final String GOOD = "response_type=code&client_id=plaza-app&redirect_uri=plaza%3A%2F%2Fsigned-in"
			+ "&code_challenge=" + CHALLENGE
			+ "&code_challenge_method=S256&state=a%20b%26c&scope=openid%20profile&nonce=n1";

	private final AppSettings apps = new AppSettings(List
		.of(new AppSettings.App("plaza-app", "Plaza", List.of("plaza://signed-in", "https://plaza.example/app?x=1"))));

	@Test
	void readsWhatAnAppAsksFor() {
		AppRequest request = valid(GOOD);
		assertThat(request.app().name()).isEqualTo("Plaza");
		assertThat(request.challenge()).isEqualTo(CHALLENGE);
		assertThat(request.nonce()).isEqualTo("n1");
		assertThat(request.wantsIdToken()).isTrue();
		assertThat(request.granted("c0de", "https://plaza.example"))
			.hasToString("plaza://signed-in?code=c0de&iss=https%3A%2F%2Fplaza.example&state=a%20b%26c");
		assertThat(request.denied()).hasToString("plaza://signed-in?error=access_denied&state=a%20b%26c");
	}

	@Test
	void keepsTheQueryOfAnAddress() {
		AppRequest request = valid(
				GOOD.replace("plaza%3A%2F%2Fsigned-in", "https%3A%2F%2Fplaza.example%2Fapp%3Fx%3D1"));
		assertThat(request.denied().toString()).startsWith("https://plaza.example/app?x=1&error=access_denied");
	}

	/** The browser is sent nowhere that no known app has named. */
	@ParameterizedTest
	@ValueSource(strings = { "client_id=other", "client_id=plaza-app&client_id=plaza-app", "client_id=",
			"redirect_uri=https%3A%2F%2Fevil.example", "redirect_uri=plaza%3A%2F%2Fsigned-in%2Fx",
			"redirect_uri=PLAZA%3A%2F%2Fsigned-in", "redirect_uri=plaza%3A%2F%2Fsigned-in%3Fa%3Db",
			"redirect_uri=plaza%3A%2F%2Fsigned-in&redirect_uri=plaza%3A%2F%2Fsigned-in", "redirect_uri=" })
	void knowsNoOtherApp(String changed) {
		assertThat(AppRequest.read(with(changed), this.apps)).isEqualTo(new AppRequest.Reading.Unknown());
	}

	@Test
	void readsNothingOfAnEndlessAddress() {
		assertThat(AppRequest.read(GOOD + "&x=" + "y".repeat(3000), this.apps))
			.isEqualTo(new AppRequest.Reading.Unknown());
		assertThat(AppRequest.read("", this.apps)).isEqualTo(new AppRequest.Reading.Unknown());
	}

	@ParameterizedTest
	@CsvSource({ "response_type=token, unsupported_response_type",
			"response_type=code%20id_token, unsupported_response_type", "code_challenge_method=plain, invalid_request",
			"code_challenge_method=, invalid_request", "code_challenge=, invalid_request",
			"code_challenge=short, invalid_request", "response_mode=fragment, invalid_request",
			"request=eyJhbGciOiJub25lIn0.e30., invalid_request", "prompt=none, interaction_required",
			"state=a&state=b, invalid_request" })
	void sendsTheAppBackThatIsAtFault(String changed, String error) {
		assertThat(AppRequest.read(with(changed), this.apps)).isInstanceOfSatisfying(AppRequest.Reading.Refused.class,
				(refused) -> assertThat(refused.address().toString()).startsWith("plaza://signed-in?error=" + error));
	}

	private AppRequest valid(String query) {
		return ((AppRequest.Reading.Valid) AppRequest.read(query, this.apps)).request();
	}

	/** The good request with one parameter otherwise. */
	private static String with(String changed) {
		String name = changed.substring(0, changed.indexOf('='));
		return GOOD.replaceAll("(^|&)" + name + "=[^&]*", "") + "&" + changed;
	}

}
