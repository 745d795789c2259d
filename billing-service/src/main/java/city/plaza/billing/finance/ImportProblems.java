package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.billing.finance.AcceptImport.Outcome;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Why a file is not imported at all, as problem details. */
class ImportProblems implements ProblemSamples {

	private static final int LONGEST_NAME = 80;

	/** More do not help: it is another file. */
	private static final int MOST_NAMES = 20;

	static Problem of(Outcome.Refused refusal) {
		return switch (refusal) {
			case Outcome.EmptyFile empty -> unprocessable("empty-file", "The file is empty. Choose another one.");
			case Outcome.WrongSeparator wrong -> unprocessable("wrong-separator",
					"The columns must be separated by commas, not by %s.".formatted(name(wrong.separator())))
				.values(name(wrong.separator()));
			case Outcome.WrongHeader wrong -> of(wrong.header());
			case Outcome.WrongEncoding encoding ->
				unprocessable("wrong-encoding", "The file is not UTF-8: see line %d.".formatted(encoding.line()))
					.values(encoding.line());
			case Outcome.MalformedFile malformed -> unprocessable("malformed-file",
					"The file cannot be read as CSV from line %d on. Look for a quote that is not closed."
						.formatted(malformed.line()))
				.values(malformed.line());
			case Outcome.TooManyRows rows ->
				unprocessable("too-many-rows", "The file has more than %d rows. Divide it.".formatted(rows.most()))
					.values(rows.most());
			case Outcome.Busy busy -> Problem.of(HttpStatus.CONFLICT, "import-running",
					"Another import is running. Try again when it is over.");
		};
	}

	static Problem tooLarge(DataSize limit) {
		return Problem
			.of(HttpStatus.CONTENT_TOO_LARGE, "file-too-large",
					"The file is larger than %d MB. Divide it into several.".formatted(limit.toMegabytes()))
			.field(UploadForm.FILE)
			.values(limit.toMegabytes());
	}

	@Override
	public List<Problem> list() {
		return Stream.of(ofFile(), Stream.of(of(new Outcome.Busy())), ofForm()).flatMap((all) -> all).toList();
	}

	private static Problem of(CsvHeader header) {
		Stream<FieldError> missing = header.missing()
			.stream()
			.map((name) -> new FieldError(name, "missing-column", "The header must name this column."));
		Stream<FieldError> repeated = header.repeated()
			.stream()
			.map((name) -> new FieldError(name, "repeated-column", "The header must name this column once."));
		Stream<FieldError> unknown = header.unknown()
			.stream()
			.limit(MOST_NAMES)
			.map((name) -> new FieldError(shortened(name), "unknown-column",
					"A file of this kind has no such column."));
		return unprocessable("wrong-header",
				"The first row must name each of these columns once, in any order: "
						+ String.join(",", header.kind().columns()))
			.errors(Stream.of(missing, repeated, unknown).flatMap((errors) -> errors).toList());
	}

	private static String shortened(String name) {
		return (name.codePointCount(0, name.length()) > LONGEST_NAME)
				? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "\u2026" : name;
	}

	private static String name(String separator) {
		return separator.equals("\t") ? "TAB" : separator;
	}

	private static Stream<Problem> ofFile() {
		return Stream.<Outcome.Refused>of(new Outcome.EmptyFile(), new Outcome.WrongSeparator(";"),
				new Outcome.WrongHeader(new CsvHeader(ImportKind.POSTINGS,
						List.of("posting_reference", "payment_reference", "bill", "posted_on", "amount", "amount"))),
				new Outcome.WrongEncoding(3), new Outcome.MalformedFile(3), new Outcome.TooManyRows(5_000_000))
			.map(ImportProblems::of);
	}

	private static Stream<Problem> ofForm() {
		Stream<Problem> ofFields = Stream
			.of(Map.of("kind", "coins"), Map.of("kind", "bills"),
					Map.of("kind", "bills", UploadForm.FILE, "bills.csv", "dryRun", "maybe"))
			.map(UploadForm::new)
			.map((form) -> ProblemSamples.thrownBy(() -> form.read(Path.of("bills.csv"))));
		return Stream.concat(ofFields, Stream.of(tooLarge(DataSize.ofMegabytes(512))));
	}

	private static Problem unprocessable(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field(UploadForm.FILE);
	}

	/** Of an upload that waits for its turn. */
	static class OfUpload implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return Stream.concat(ofFile(), ofForm()).toList();
		}

	}

}
