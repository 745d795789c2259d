package city.plaza.identity.secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretTests {

	record Holder(Secret password) {
	}

	@ParameterizedTest
	@ValueSource(strings = { "herons", "", " ", "\u00e9\u5e02\ud83e\udda2", "\"\\", "line\nbreak", "{}" })
	void isAStringInJsonAndStarsElsewhere(String text) {
		Secret secret = Secret.of(text);
		String json = JsonMapper.shared().writeValueAsString(new Holder(secret));
		assertThat(JsonMapper.shared().readTree(json).get("password").asString()).isEqualTo(text);
		assertThat(JsonMapper.shared().readValue(json, Holder.class).password()).isEqualTo(secret);
		assertThat(new Holder(secret)).hasToString("Holder[password=***]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"herons\"}", "[\"herons\"]", "[]" })
	void isNothingElseInJson(String json) {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> JsonMapper.shared().readValue("{\"password\":" + json + "}", Holder.class))
			.withMessageNotContaining("herons");
	}

	@Test
	void isEqualByItsText() {
		assertThat(Secret.of("herons")).isEqualTo(Secret.of("herons")).hasSameHashCodeAs(Secret.of("herons"));
		assertThat(Secret.of("herons")).isNotEqualTo(Secret.of("Herons")).isNotEqualTo("herons");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n", "\u2003" })
	void isBlankWhereNothingWasTyped(String text) {
		assertThat(Secret.of(text).isBlank()).isTrue();
		assertThat(Secret.of(text + "x").isBlank()).isFalse();
	}

}
