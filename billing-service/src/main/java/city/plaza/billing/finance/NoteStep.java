package city.plaza.billing.finance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Notes what a step of an import did: how far it is, and what finance may look up. */
@Component
class NoteStep {

	private final ImportRuns runs;

	private final ImportErrors errors;

	private final PostedExports exports;

	NoteStep(ImportRuns runs, ImportErrors errors, PostedExports exports) {
		this.runs = runs;
		this.errors = errors;
		this.exports = exports;
	}

	/**
	 * Notes a step, in its transaction.
	 * @param run the import
	 * @param from where the step began
	 * @param groups its rows
	 * @param report of them
	 * @return completes when it is noted
	 */
	Mono<Void> of(ImportRun run, RowPosition from, List<List<Row>> groups, Report report) {
		Map<Integer, Row> rows = new HashMap<>();
		groups.stream().flatMap(List::stream).forEach((row) -> rows.put(row.line(), row));
		List<RejectedRow> rejected = report.errors()
			.stream()
			.map((error) -> new RejectedRow(error, Objects.requireNonNull(rows.get(error.line())).fields()))
			.toList();
		return this.runs.advance(run.id(), from, RowPosition.behind(groups), report)
			.then(this.errors.add(run.id(), rejected))
			.then(this.exports.note(run, groups, report));
	}

}
