package city.plaza.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import city.plaza.client.PlazaClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TranscriptTests {

	private final List<String> lines = new ArrayList<>();

	private final Transcript transcript = new Transcript(this.lines::add);

	@Test
	void numbersTheSteps() {
		this.transcript.title("Finance");
		this.transcript.step("Finance signs in", "finance@fairhaven.example");
		this.transcript.step("Finance imports", 3);
		assertThat(this.lines).containsExactly("", "Finance",
				"  1  Finance signs in                                     finance@fairhaven.example",
				"  2  Finance imports                                      3");
		assertThat(this.transcript.steps()).isEqualTo(2);
	}

	@Test
	void stopsAtWhatIsNotRefused() {
		assertThatExceptionOfType(StepFailed.class)
			.isThrownBy(() -> this.transcript.refused("A wrong code is refused", 422, "wrong-code", () -> "tokens"))
			.withMessageContaining("A wrong code is refused")
			.withMessageContaining("tokens");
		assertThat(this.lines).isEmpty();
	}

	@Test
	void stopsAtAnotherRefusal() {
		PlazaClient nobody = PlazaClient.at(URI.create("http://127.0.0.1:9"));
		assertThatExceptionOfType(StepFailed.class)
			.isThrownBy(() -> this.transcript.refused("A wrong password is refused", 401, "wrong-credentials",
					() -> nobody.signIn("a", "b")))
			.withMessageContaining("401 wrong-credentials")
			.withMessageContaining("no response");
	}

	@ParameterizedTest
	@CsvSource({ "00000000, 10000000", "12345678, 22345678", "92345678, 02345678", "99999999, 09999999" })
	void makesAnotherCodeOfTheSameLength(String code, String other) {
		assertThat(RegistrationSteps.otherThan(code)).isEqualTo(other);
	}

	/** A step of the form comes as it is typed: nothing in it ends the field. */
	@Test
	void fillsInAFormAsABrowserDoes() {
		assertThat(HostedPage.encoded(Map.of("name", "Zo\u00eb & Co=+%"))).isEqualTo("name=Zo%C3%AB+%26+Co%3D%2B%25");
		assertThat(HostedPage.encoded(Map.of())).isEmpty();
	}

}
