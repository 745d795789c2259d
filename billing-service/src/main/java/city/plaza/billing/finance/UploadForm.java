package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/**
 * The fields of an upload, as they came.
 *
 * @param texts each field's value; that of {@code file} is its name
 */
record UploadForm(Map<String, String> texts) {

	static final String FILE = "file";

	private static final Set<String> YES = Set.of("true", "on");

	private static final Set<String> NO = Set.of("false", "");

	static UploadForm of(List<Map.Entry<String, String>> fields) {
		return new UploadForm(fields.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second)));
	}

	/**
	 * Reads the form.
	 * @param file where the content was put
	 * @return what to import
	 * @throws city.plaza.platform.problem.ProblemException {@code unknown-kind},
	 * {@code file-missing}, {@code invalid-dry-run}
	 */
	Upload read(Path file) {
		ImportKind kind = ImportKind.of(this.texts.getOrDefault("kind", ""))
			.orElseThrow(() -> refused("kind", "unknown-kind",
					"The kind must be customers, bills, postings or adjustments."));
		String fileName = this.texts.get(FILE);
		// A browser sends an empty name where no file was chosen.
		if (fileName == null || fileName.isEmpty()) {
			throw refused(FILE, "file-missing", "Choose a CSV file to import.");
		}
		return new Upload(kind, fileName.replaceAll("\\p{Cc}", "\uFFFD"),
				isDryRun(this.texts.getOrDefault("dryRun", "")), file);
	}

	/** What is neither yes nor no must not be taken for "keep it". */
	private static boolean isDryRun(String text) {
		if (YES.contains(text) || NO.contains(text)) {
			return YES.contains(text);
		}
		throw refused("dryRun", "invalid-dry-run", "Say true or false.");
	}

	private static RuntimeException refused(String field, String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field(field).asException();
	}

}
