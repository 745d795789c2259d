package city.plaza.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import city.plaza.client.PlazaClient;
import org.junit.jupiter.api.Test;

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

	@Test
	void makesAnotherCodeOfTheSameLength() {
		assertThat(RegistrationSteps.otherThan("12345678")).isEqualTo("22345678");
		assertThat(RegistrationSteps.otherThan("92345678")).isEqualTo("02345678");
	}

}
