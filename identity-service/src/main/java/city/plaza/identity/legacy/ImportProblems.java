package city.plaza.identity.legacy;

import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;

import org.springframework.http.HttpStatus;

/** Why a file is not imported at all. */
class ImportProblems implements ProblemSamples {

	static final Problem TOO_LARGE = Problem
		.of(HttpStatus.CONTENT_TOO_LARGE, "too-large",
				"The file is larger than %d MB. Divide it into several.".formatted(ReceiveFile.LARGEST_MEGABYTES))
		.values(ReceiveFile.LARGEST_MEGABYTES);

	/** More do not help: it is another file. */
	private static final int MOST_NAMES = 20;

	static Problem of(LegacyFile.Outcome.Refused refusal) {
		return switch (refusal) {
			case LegacyFile.Outcome.Empty empty ->
				unprocessable("empty-file", "The file is empty. Choose another one.");
			case LegacyFile.Outcome.WrongEncoding wrong ->
				unprocessable("wrong-encoding", "The file is not UTF-8. Save it as CSV UTF-8.");
			case LegacyFile.Outcome.WrongHeader(var header) -> of(header);
			case LegacyFile.Outcome.Malformed(var line) -> unprocessable("malformed-file",
					"The file cannot be read as CSV from line %d on. Look for a quote that is not closed."
						.formatted(line))
				.values(line);
		};
	}

	private static Problem of(Header header) {
		Stream<FieldError> missing = header.missing()
			.stream()
			.map((name) -> new FieldError(name, "missing-column", "The header must name this column."));
		Stream<FieldError> repeated = header.repeated()
			.stream()
			.map((name) -> new FieldError(name, "repeated-column", "The header must name this column once."));
		Stream<FieldError> unknown = header.unknown()
			.stream()
			.limit(MOST_NAMES)
			.map((name) -> new FieldError(RowError.shortened(name), "unknown-column", "The file has no such column."));
		return unprocessable("wrong-header",
				"The first row must name each of these columns once, in any order: "
						+ String.join(",", Column.titles()))
			.errors(Stream.of(missing, repeated, unknown).flatMap((errors) -> errors).toList());
	}

	private static Problem unprocessable(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
	}

	@Override
	public List<Problem> list() {
		return Stream
			.concat(Stream.of(TOO_LARGE),
					Stream.<LegacyFile.Outcome.Refused>of(new LegacyFile.Outcome.Empty(),
							new LegacyFile.Outcome.WrongEncoding(),
							new LegacyFile.Outcome.WrongHeader(new Header(List.of("email", "email", "mail"))),
							new LegacyFile.Outcome.Malformed(3))
						.map(ImportProblems::of))
			.toList();
	}

}
