package city.plaza.benchmarks.suite;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FinanceUploadTests {

	@Test
	void countsTheRowsOfAReport() {
		assertThat(FinanceUpload.counts("{\"accepted\": 3, \"rejected\": 1, \"unchanged\": 0, \"errors\": []}"))
			.hasToString("{accepted=3, rejected=1}");
	}

	@Test
	void doesNotTakeAnotherResponseForAReport() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> FinanceUpload.counts("{\"code\": \"import-busy\"}"));
	}

	@Test
	void writesAFormInTheLinesOfHttp() {
		String form = new String(FinanceUpload.begin("bills"), StandardCharsets.UTF_8);
		assertThat(form.replace("\r\n", "")).doesNotContain("\n");
		assertThat(form).contains("name=\"kind\"\r\n\r\nbills\r\n").endsWith("Content-Type: text/csv\r\n\r\n");
	}

}
