package city.plaza.portal.legacy;

import java.util.List;

import city.plaza.platform.messages.Language;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LegacyFormsTests {

	private static final String ROW_ERROR = "legacy-import.error.";

	private static final ReleasedApi IDENTITY = ReleasedApi.of("identity");

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(LegacySearchController.FORM);
		Texts.areCompleteFor(HintController.FORM);
		Texts.areCompleteFor(LegacyImportController.FORM);
	}

	@Test
	void showEveryProblemOfTheirOperations() {
		assertThat(ReleasedApi.shownBy(LegacySearchController.FORM))
			.containsAll(IDENTITY.problems("searchLegacyResidents"));
		assertThat(ReleasedApi.shownBy(HintController.FORM)).containsAll(IDENTITY.problems("sendLegacyHint"));
		assertThat(ReleasedApi.shownBy(LegacyImportController.FORM))
			.containsAll(IDENTITY.problems("importLegacyResidents"));
	}

	@ParameterizedTest
	@EnumSource
	void nameEveryErrorOfARow(Language language) {
		assertThat(Texts.all(language).keySet().stream().filter((key) -> key.startsWith(ROW_ERROR)))
			.containsExactlyInAnyOrderElementsOf(
					IDENTITY.values("RowError", "code").stream().map(ROW_ERROR::concat).toList());
	}

	@ParameterizedTest
	@EnumSource
	void writeTheErrorsOfRowsAsSentencesWithoutValues(Language language) {
		assertThat(Texts.all(language)).anySatisfy((key, text) -> assertThat(key).startsWith(ROW_ERROR))
			.allSatisfy((key, text) -> {
				if (key.startsWith(ROW_ERROR) || key.equals("legacy-import.other-error")) {
					assertThat(text).as(key).endsWith(".").doesNotContain("{", "}");
				}
			});
	}

	@Test
	void printNothingOfAResident() {
		assertThat(new LegacyResidents.Search("Pat Example")).asString().doesNotContain("Pat");
		assertThat(new LegacySearchController.SearchForm("Pat Example")).asString().doesNotContain("Pat");
		assertThat(new HintController.Shown("Pat", "125 Main St", "p***t@e***.com", "es")).asString()
			.doesNotContain("Pat", "Main", "p***t");
		assertThat(new LegacyResidents.Item("7", "Pat", "125 Main St", List.of("100234"), "p***t@e***.com", null))
			.asString()
			.contains("7")
			.doesNotContain("Pat", "Main", "100234", "p***t");
		assertThat(new LegacyFiles.RowError(4, "email", "invalid-email", "pat@example")).asString()
			.contains("invalid-email")
			.doesNotContain("pat@example");
	}

	@Test
	void stripAQuery() {
		assertThat(new LegacySearchController.SearchForm("  Pat ").stripped()).isEqualTo("Pat");
		assertThat(new LegacySearchController.SearchForm(null).stripped()).isEmpty();
	}

}
