package city.plaza.local.api;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswerTests {

	@Test
	void readsTheJson() {
		Answer answer = new Answer("GET /", 200, Map.of(), "{\"items\":[{\"billNumber\":\"62825\"}]}");
		assertThat(answer.text("/items/0/billNumber")).isEqualTo("62825");
		assertThat(answer.text("/nothing")).isEmpty();
	}

	@Test
	void toleratesWhatIsNoJson() {
		assertThat(new Answer("GET /", 502, Map.of(), "<html>").code()).isEmpty();
	}

	@Test
	void tellsWhatCameInsteadOfWhatWasExpected() {
		Answer answer = new Answer("POST /api/v1/payments", 409, Map.of(), "{\"code\":\"bill-paid\"}");
		assertThatThrownBy(() -> answer.expect(409, "bill-pending")).isInstanceOf(UnexpectedAnswer.class)
			.hasMessageContaining("POST /api/v1/payments")
			.hasMessageContaining("bill-paid");
		assertThat(answer.expect(409, "bill-paid")).isSameAs(answer);
	}

}
