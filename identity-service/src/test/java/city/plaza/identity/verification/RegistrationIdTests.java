package city.plaza.identity.verification;

import java.util.UUID;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistrationIdTests {

	@Test
	void readsWhatItWrites() {
		RegistrationId id = RegistrationId.next();
		assertThat(RegistrationId.read(id.toString())).isEqualTo(id);
		assertThat(RegistrationId.read("0198C0DE-0000-7000-8000-000000000004"))
			.isEqualTo(new RegistrationId(UUID.fromString("0198c0de-0000-7000-8000-000000000004")));
	}

	/** As for one that is unknown: a caller learns nothing of which ids there are. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "what", "-", "1-2-3-4", "0198c0de-0000-7000-8000-0000000000041",
			"0198c0de00007000800000000000000004", "0198c0de-0000-7000-8000-00000000000g", "../sessions", "%00",
			"\u0660198c0de-0000-7000-8000-000000000004 " })
	void findsNothingWhereTheTextIsNoId(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> RegistrationId.read(text))
			.satisfies((refused) -> assertThat(refused.problem().code()).isEqualTo("not-found"));
	}

}
