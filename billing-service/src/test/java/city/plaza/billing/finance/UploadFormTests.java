package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadFormTests {

	private static final Path FILE = Path.of("import-1.csv");

	@ParameterizedTest
	@EnumSource
	void readsEveryKindThereIs(ImportKind kind) {
		assertThat(form(kind.code(), "a.csv", null).read(FILE)).isEqualTo(new Upload(kind, "a.csv", false, FILE));
	}

	/** Only a plain no, or nothing, keeps what is imported. */
	@ParameterizedTest(name = "dryRun ''{0}'': {1}")
	@CsvSource({ ", false", "'', false", "false, false", "true, true", "on, true" })
	void readsWhetherItIsADryRun(@Nullable String text, boolean isDryRun) {
		assertThat(form("bills", "a.csv", text).read(FILE).dryRun()).isEqualTo(isDryRun);
	}

	@ParameterizedTest(name = "kind {0}, file {1}, dryRun {2}: {3}")
	@CsvSource({ ", a.csv, , unknown-kind", "'', a.csv, , unknown-kind", "BILLS, a.csv, , unknown-kind",
			"bill, a.csv, , unknown-kind", "bills, , , file-missing", "bills, a.csv, TRUE, invalid-dry-run",
			"bills, a.csv, yes, invalid-dry-run", "bills, a.csv, 0, invalid-dry-run",
			"bills, a.csv, ' true', invalid-dry-run", "coins, , yes, unknown-kind" })
	void refusesWhatIsUnclear(@Nullable String kind, @Nullable String file, @Nullable String dryRun, String code) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> form(kind, file, dryRun).read(FILE))
			.satisfies((refused) -> assertThat(refused.problem().code()).isEqualTo(code));
	}

	@Test
	void namesEveryKindToWhomChoosesNone() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> form("coins", "a.csv", null).read(FILE))
			.satisfies((refused) -> assertThat(refused.problem().detail())
				.contains(Arrays.stream(ImportKind.values()).map(ImportKind::code).toList()));
	}

	@Test
	void theLastOfAFieldThatComesTwiceCounts() {
		UploadForm form = UploadForm
			.of(List.of(Map.entry("kind", "coins"), Map.entry("file", "a.csv"), Map.entry("kind", "bills")));
		assertThat(form.read(FILE).kind()).isEqualTo(ImportKind.BILLS);
	}

	private static UploadForm form(@Nullable String kind, @Nullable String file, @Nullable String dryRun) {
		Map<String, String> texts = new HashMap<>();
		texts.put("kind", kind);
		texts.put(UploadForm.FILE, file);
		texts.put("dryRun", dryRun);
		texts.values().removeIf((text) -> text == null);
		return new UploadForm(texts);
	}

}
