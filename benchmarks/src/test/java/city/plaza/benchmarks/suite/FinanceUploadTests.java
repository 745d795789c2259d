package city.plaza.benchmarks.suite;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FinanceUploadTests {

	@Test
	void countsTheRowsOnceAnImportIsOver() {
		String rows = "\"accepted\": 3, \"rejected\": 1, \"unchanged\": 0}";
		assertThat(FinanceUpload.ended("{\"state\": \"finished\", " + rows).orElseThrow())
			.hasToString("{accepted=3, rejected=1}");
		assertThat(FinanceUpload.ended("{\"state\": \"running\", " + rows)).isEmpty();
		assertThat(FinanceUpload.ended("{}")).isEmpty();
	}

	@Test
	void doesNotTakeAnImportThatFailedForOne() {
		assertThatIllegalStateException().isThrownBy(() -> FinanceUpload.ended("{\"state\": \"failed\"}"));
	}

	@Test
	void writesAFormInTheLinesOfHttp() {
		String form = new String(FinanceUpload.begin("bills"), StandardCharsets.UTF_8);
		assertThat(form.replace("\r\n", "")).doesNotContain("\n");
		assertThat(form).contains("name=\"kind\"\r\n\r\nbills\r\n").endsWith("Content-Type: text/csv\r\n\r\n");
	}

}
