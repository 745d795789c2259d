package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Imports the rows of a run in steps that each commit, so that no resident waits for more
 * than a few rows of it. What a step did and how far the run is are one transaction: cut
 * off anywhere, it goes on from there and no row is imported or reported twice.
 */
@Component
class RunImport {

	private static final Logger log = LoggerFactory.getLogger(RunImport.class);

	private final Map<ImportKind, Importer> importers;

	private final StagedRows staged;

	private final ImportTurn turn;

	private final ImportRuns runs;

	private final NoteStep noteStep;

	private final Transactions transactions;

	private final FinanceSettings settings;

	RunImport(List<Importer> importers, StagedRows staged, ImportTurn turn, ImportRuns runs, NoteStep noteStep,
			Transactions transactions, FinanceSettings settings) {
		this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
		this.staged = staged;
		this.turn = turn;
		this.runs = runs;
		this.noteStep = noteStep;
		this.transactions = transactions;
		this.settings = settings;
	}

	/**
	 * Goes on with a run to its end; its turn must have been taken.
	 * @param run as it is now
	 * @return the run when it is over
	 */
	Mono<ImportRun> toItsEnd(ImportRun run) {
		Importer importer = this.importers.get(run.kind());
		if (importer == null) {
			return Mono.error(() -> new IllegalStateException("Nothing imports " + run.kind()));
		}
		Steps steps = new Steps(run, importer);
		return this.runs.begin(run.id())
			.then(Mono
				.defer(() -> this.staged.each(run.id(), run.progress().after(), this.settings.batch(), steps::take)))
			.then(Mono.defer(() -> end(run.id(), ImportState.FINISHED)));
	}

	/** Ends a run; its rows are not needed any more, and may be too many for one step. */
	Mono<ImportRun> end(ImportId id, ImportState state) {
		return this.transactions.inOne(this.turn.beginStep(id).then(Mono.defer(() -> this.runs.finish(id, state))))
			.then(Mono.defer(() -> this.staged.clear(id)).onErrorResume((error) -> {
				log.warn("The rows of import {} are removed later: {}", id, error.toString());
				return Mono.empty();
			}))
			.then(Mono.defer(() -> this.runs.find(id)));
	}

	/** The steps of one run, one after another. */
	private final class Steps {

		private final ImportRun run;

		private final Importer importer;

		private RowPosition after;

		Steps(ImportRun run, Importer importer) {
			this.run = run;
			this.importer = importer;
			this.after = run.progress().after();
		}

		Mono<Void> take(List<List<Row>> groups) {
			ImportId id = this.run.id();
			RowPosition end = RowPosition.behind(groups);
			Report report = new Report();
			Mono<Void> rows = RunImport.this.turn.beginStep(id)
				.then(Mono.defer(() -> this.importer.take(screened(groups, this.run.kind(), report), report,
						(keys) -> RunImport.this.staged.of(id, keys))));
			Mono<Void> noted = Mono.defer(() -> RunImport.this.noteStep.of(this.run, this.after, groups, report));
			Mono<Void> step = this.run.dryRun()
					? RunImport.this.transactions.undone(rows)
						.then(RunImport.this.transactions.inOne(RunImport.this.turn.beginStep(id).then(noted)))
					: RunImport.this.transactions.inOne(rows.then(noted));
			return RunImport.this.turn.hold(id).then(step).doOnSuccess((done) -> this.after = end);
		}

	}

	/** Without the rows that no importer has to look at. */
	private static List<List<Row>> screened(List<List<Row>> groups, ImportKind kind, Report report) {
		List<List<Row>> left = new ArrayList<>();
		for (List<Row> group : groups) {
			List<Row> rows = new ArrayList<>();
			for (Row row : group) {
				if (row.fields().equals(kind.example())) {
					report.reject(
							List.of(RowError.of(kind, row, RowError.WHOLE_ROW, RowErrorCode.EXAMPLE_ROW, List.of())));
				}
				else if (row.isRepeated()) {
					report.reject(List
						.of(RowError.of(kind, row, kind.referenceColumn(), RowErrorCode.DUPLICATE_ROW, List.of())));
				}
				else {
					rows.add(row);
				}
			}
			if (!rows.isEmpty()) {
				left.add(rows);
			}
		}
		return left;
	}

}
