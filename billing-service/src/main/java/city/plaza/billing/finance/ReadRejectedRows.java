package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Reads why rows of an import were left out: the first of each code, or all as CSV. */
@Component
class ReadRejectedRows {

	private static final int OF_EACH_CODE = 20;

	private static final int CHUNK = 1000;

	private static final List<String> OWN_COLUMNS = List.of("file_line", "file_column", "error", "value", "expected");

	private final ImportRuns runs;

	private final ImportErrors errors;

	ReadRejectedRows(ImportRuns runs, ImportErrors errors) {
		this.runs = runs;
		this.errors = errors;
	}

	/**
	 * Groups the errors.
	 * @return the most frequent code first; empty where there is no such import
	 */
	Mono<RejectedRowList> grouped(ImportId id) {
		return this.runs.find(id)
			.flatMap((run) -> this.errors.counts(id)
				.flatMap((counts) -> this.errors.first(id, counts.keySet(), OF_EACH_CODE)
					.map((rows) -> RejectedRowList.of(run.kind(), counts, rows))));
	}

	/**
	 * Writes all errors as CSV, chunk by chunk: memory does not grow with them.
	 * @return the text; empty where there is no such import
	 */
	Mono<Flux<String>> csv(ImportId id) {
		return this.runs.find(id)
			.map((run) -> Flux.concat(
					Mono.just(CsvText
						.of(List.of(Stream.concat(OWN_COLUMNS.stream(), run.kind().columns().stream()).toList()))),
					rows(id)));
	}

	private Flux<String> rows(ImportId id) {
		return this.errors.behind(id, 0, "", CHUNK)
			.expand((rows) -> (rows.size() < CHUNK) ? Mono.empty()
					: this.errors.behind(id, rows.getLast().error().line(), rows.getLast().error().field(), CHUNK))
			.map((rows) -> CsvText.of(rows.stream().map(ReadRejectedRows::cells).toList()));
	}

	private static List<String> cells(RejectedRow row) {
		RowError error = row.error();
		List<String> cells = new ArrayList<>(List.of(Integer.toString(error.line()), error.field(), error.code().code(),
				(error.value() != null) ? error.value() : "", String.join(", ", error.expected())));
		cells.addAll(row.fields());
		return cells;
	}

}
