package city.plaza.portal.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndedSignInTests {

	@ParameterizedTest
	@CsvSource({ "denied,denied", "expired,expired", "made-up,refused", "'',refused", "../x,refused" })
	void hasATextForWhateverComes(String reason, String shown) {
		assertThat(EndedSignIn.read(reason)).isEqualTo(shown);
	}

	@Test
	void isNothingWithoutAReason() {
		assertThat(EndedSignIn.read(null)).isEmpty();
	}

}
