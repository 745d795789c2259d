package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.billing.finance.ImportFile.Outcome;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Why a file is not imported at all, as problem details. */
class ImportProblems implements ProblemSamples {

	static Problem of(Outcome.Refused refusal) {
		return switch (refusal) {
			case Outcome.WrongHeader header ->
				unprocessable("wrong-header", "The first line must be: " + String.join(",", header.expected()));
			case Outcome.WrongEncoding encoding ->
				unprocessable("wrong-encoding", "The file is not UTF-8: see line %d.".formatted(encoding.line()));
			case Outcome.MalformedFile malformed -> unprocessable("malformed-file",
					"The file cannot be read as CSV from line %d on. Look for a quote that is not closed."
						.formatted(malformed.line()));
			case Outcome.Busy busy -> Problem.of(HttpStatus.CONFLICT, "import-running",
					"Another import is running. Try again when it is over.");
		};
	}

	static Problem tooLarge(DataSize limit) {
		return Problem
			.of(HttpStatus.CONTENT_TOO_LARGE, "file-too-large",
					"The file is larger than %d MB. Divide it into several.".formatted(limit.toMegabytes()))
			.field(UploadForm.FILE);
	}

	@Override
	public List<Problem> list() {
		Stream<Problem> ofFile = Stream
			.of(new Outcome.WrongHeader(ImportKind.POSTINGS.columns()), new Outcome.WrongEncoding(3),
					new Outcome.MalformedFile(3), new Outcome.Busy())
			.map(ImportProblems::of);
		Problem ofSize = tooLarge(DataSize.ofMegabytes(20));
		Stream<Problem> ofForm = Stream
			.of(Map.of("kind", "coins"), Map.of("kind", "bills"),
					Map.of("kind", "bills", UploadForm.FILE, "bills.csv", "dryRun", "maybe"))
			.map(UploadForm::new)
			.map((form) -> ProblemSamples.thrownBy(() -> form.read(Path.of("bills.csv"))));
		return Stream.of(ofFile, ofForm, Stream.of(ofSize)).flatMap((problems) -> problems).toList();
	}

	private static Problem unprocessable(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field(UploadForm.FILE);
	}

}
