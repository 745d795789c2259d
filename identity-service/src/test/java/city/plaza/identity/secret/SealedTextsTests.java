package city.plaza.identity.secret;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealedTextsTests {

	private final SealedTexts texts = new SealedTexts(new CodeSecretSettings("a secret of this test"));

	@Test
	void openWhatTheyClosed() {
		Secret sealed = this.texts.close("flow", "für später");
		assertThat(sealed.reveal()).matches("[A-Za-z0-9_-]+");
		assertThat(this.texts.open("flow", sealed)).contains("für später");
		assertThat(this.texts.close("flow", "für später")).isNotEqualTo(sealed);
	}

	@Test
	void openNothingElse() {
		Secret sealed = this.texts.close("flow", "text");
		assertThat(this.texts.open("ticket", sealed)).as("another kind").isEmpty();
		assertThat(this.texts.open("flo", sealed)).isEmpty();
		assertThat(new SealedTexts(new CodeSecretSettings("another secret of it")).open("flow", sealed)).isEmpty();
		// The last character has bits that mean nothing.
		for (int place = 0; place < sealed.reveal().length() - 1; place++) {
			char other = (sealed.reveal().charAt(place) == 'A') ? 'B' : 'A';
			String altered = sealed.reveal().substring(0, place) + other + sealed.reveal().substring(place + 1);
			assertThat(this.texts.open("flow", Secret.of(altered))).as("altered at %s", place).isEmpty();
		}
		for (String made : List.of("", "A", "made up", "%%%")) {
			assertThat(this.texts.open("flow", Secret.of(made))).isEmpty();
		}
	}

}
