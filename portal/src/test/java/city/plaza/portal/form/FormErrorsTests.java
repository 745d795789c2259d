package city.plaza.portal.form;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormErrorsTests {

	@Test
	void keepTheFirstErrorOfAField() {
		FormErrors errors = FormErrors.of(FormError.of("email", "required"), FormError.of("email", "invalid-email"),
				FormError.of("password", "required"));
		assertThat(errors.all()).extracting(FormError::code).containsExactly("required", "required");
		assertThat(errors.on("email")).isEqualTo(FormError.of("email", "required"));
	}

	@Test
	void areNoneWhereNothingIsWrong() {
		FormErrors none = FormErrors.of(Stream.empty());
		assertThat(none.any()).isFalse();
		assertThat(none.on("email")).isNull();
	}

	@Test
	void stayBesideTheirElementAndKeepTheTextOfTheField() {
		FormError error = FormError.of("note", "required").at("note-7");
		assertThat(FormErrors.of(error).on("note-7")).isEqualTo(error);
		assertThat(FormErrors.of(error).on("note")).isNull();
		assertThat(Texts.of(error)).isEqualTo("Enter what was done about it");
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1,1", "42,42,1,1", "60,60,1,1", "61,61,1,2", "3600,3600,1,60", "3601,3601,2,61",
			"7300,7300,3,122" })
	void roundTheHoursAndMinutesToWaitUp(long pause, long seconds, long hours, long minutes) {
		FormError error = new FormError("code", "code", "too-many-codes", Duration.ofSeconds(pause), "No.");
		assertThat(error.arguments()).containsExactly(seconds, hours, "No.", minutes);
	}

	@ParameterizedTest
	@CsvSource({ "3600,in 1 hour", "7200,in 2 hours" })
	void sayOneHourAndSeveralHours(long pause, String text) {
		FormError error = new FormError("number", "number", "too-many-tries", Duration.ofSeconds(pause), "No.");
		assertThat(Texts.of(error)).contains(text + ", or");
	}

	@Test
	void assumeAMinuteWhereTheServiceNamesNoTime() {
		assertThat(FormError.of("code", "resend-too-soon").arguments()).containsExactly(60L, 1L, "", 1L);
		assertThat(Texts.of(FormError.of("code", "resend-too-soon"))).contains("Wait 60 seconds");
	}

}
