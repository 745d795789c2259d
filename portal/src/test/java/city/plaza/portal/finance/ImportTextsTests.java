package city.plaza.portal.finance;

import java.util.List;
import java.util.Set;

import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All that billing-service can say of an import has its texts. */
class ImportTextsTests {

	private static final ReleasedApi BILLING = ReleasedApi.of("billing");

	private static final Messages MESSAGES = new Messages("messages");

	@ParameterizedTest
	@EnumSource
	void nameEveryErrorOfARow(Language language) {
		Set<String> codes = BILLING.values("RowError", "code");
		ImportRuns.RowError error = new ImportRuns.RowError(2, "amount", "x", "5", List.of("A-1", "B-2"));
		assertThat(codes).hasSizeGreaterThan(30)
			.allSatisfy((code) -> assertThat(MESSAGES.text(language, "import.error." + code, error.arguments()))
				.endsWith(".")
				.doesNotContain("{", "}"));
		assertThat(Texts.all(language).keySet().stream().filter((key) -> key.startsWith("import.error.")))
			.allSatisfy((key) -> assertThat(codes).contains(key.substring("import.error.".length())));
	}

	@Test
	void nameWhatWouldBeRight() {
		assertThat(text("unknown-bill-type", "CLAIMS", "PERMIT")).endsWith("Use one of these: CLAIMS, PERMIT.");
		assertThat(text("invalid-number", "1", "9999")).isEqualTo("Write a whole number from 1 to 9999.");
		assertThat(text("wrong-sign", "negative")).contains("minus sign");
		assertThat(text("wrong-sign", "nonzero")).contains("can't be zero");
		assertThat(text("required")).isNotBlank();
	}

	@Test
	void nameEveryStateAndEveryFaultOfAHeader() {
		assertThat(BILLING.values("ImportRunView", "state")).contains("running")
			.allSatisfy((state) -> Texts.of("import.state." + state));
		for (String column : List.of("bill_number", "bill", "amount")) {
			assertThat(BILLING.violations("startImport", column))
				.allSatisfy((code) -> assertThat(Texts.of("import.header." + code)).endsWith(":"));
		}
	}

	private static String text(String code, String... expected) {
		return MESSAGES.text(Language.ENGLISH, "import.error." + code,
				new ImportRuns.RowError(2, "x", code, "", List.of(expected)).arguments());
	}

}
