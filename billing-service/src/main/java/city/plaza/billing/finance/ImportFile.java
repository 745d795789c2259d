package city.plaza.billing.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Imports a file in steps that each commit, so that no resident waits for more than a few
 * rows of it. Where it is cut off, the same file again continues from there: what is
 * imported is unchanged then. Two imports never run at once, on whatever instance.
 */
@Component
class ImportFile {

	/** Whether a file was imported. */
	sealed interface Outcome {

		/** The file was read to its end; some of its rows may have been rejected. */
		record Done(ImportRun run) implements Outcome {
		}

		/** Nothing of the file was imported. */
		sealed interface Refused extends Outcome {

		}

		/**
		 * Its first line does not name the columns.
		 *
		 * @param expected what it should be
		 */
		record WrongHeader(List<String> expected) implements Refused {
		}

		/**
		 * It is not UTF-8.
		 *
		 * @param line the first that is not
		 */
		record WrongEncoding(int line) implements Refused {
		}

		/**
		 * It is no CSV: a quote is not closed, or something follows one.
		 *
		 * @param line where it goes wrong
		 */
		record MalformedFile(long line) implements Refused {
		}

		/** Another import is under way. */
		record Busy() implements Refused {
		}

	}

	private final Map<ImportKind, Importer> importers;

	private final StagedRows staged;

	private final ImportTurn turn;

	private final ImportRuns runs;

	private final Transactions transactions;

	private final FinanceSettings settings;

	private final Clock clock;

	ImportFile(List<Importer> importers, StagedRows staged, ImportTurn turn, ImportRuns runs, Transactions transactions,
			FinanceSettings settings, Clock clock) {
		this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
		this.staged = staged;
		this.turn = turn;
		this.runs = runs;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Imports the file; a dry run does all of it but the commits.
	 * @param by the member of staff
	 * @return whether it was imported
	 */
	Mono<Outcome> load(Upload upload, UUID by) {
		return Mono.fromCallable(() -> check(upload))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((refusal) -> refusal.map(Mono::<Outcome>just).orElseGet(() -> inTurn(upload, by)))
			.onErrorResume(MalformedFileException.class, (ex) -> Mono.just(new Outcome.MalformedFile(ex.line())))
			.onErrorResume(TurnLostException.class, (ex) -> Mono.just(new Outcome.Busy()));
	}

	private static Optional<Outcome> check(Upload upload) throws IOException {
		OptionalInt wrongLine = Encoding.firstWrongLine(upload.file());
		if (wrongLine.isPresent()) {
			return Optional.of(new Outcome.WrongEncoding(wrongLine.getAsInt()));
		}
		try (CsvFile file = new CsvFile(upload.file(), upload.kind())) {
			return file.hasRightHeader() ? Optional.empty()
					: Optional.of(new Outcome.WrongHeader(upload.kind().columns()));
		}
	}

	private Mono<Outcome> inTurn(Upload upload, UUID by) {
		ImportId id = ImportId.random();
		Mono<Boolean> turn = this.turn.take(id);
		Mono<Outcome> outcome = Mono.usingWhen(turn.filter(Boolean::booleanValue),
				(taken) -> run(id, upload, by).map(Outcome.Done::new),
				(taken) -> this.staged.clear().then(this.turn.end(id)));
		return outcome.defaultIfEmpty(new Outcome.Busy());
	}

	private Mono<ImportRun> run(ImportId id, Upload upload, UUID by) {
		Instant start = this.clock.instant();
		Report report = new Report(this.settings.errorsTold());
		return stage(id, upload).then(Mono.defer(() -> take(id, upload, report)))
			.then(Mono.fromSupplier(() -> report.run(id, upload, by, start)))
			.delayUntil(this.runs::add);
	}

	/** Nothing of a file is imported before all of it could be read. */
	private Mono<Void> stage(ImportId id, Upload upload) {
		Flux<Row> rows = Flux.using(() -> new CsvFile(upload.file(), upload.kind()),
				(file) -> Flux.fromIterable(file.rows()), ImportFile::close);
		return this.staged.clear()
			.thenMany(rows.buffer(this.settings.batch())
				.subscribeOn(Schedulers.boundedElastic())
				.concatMap((some) -> this.turn.hold(id).then(this.staged.add(id, upload.kind(), some)), 1))
			.then();
	}

	private Mono<Void> take(ImportId id, Upload upload, Report report) {
		Importer importer = this.importers.get(upload.kind());
		if (importer == null) {
			return Mono.error(() -> new IllegalStateException("Nothing imports " + upload.kind()));
		}
		return this.staged.each(id, this.settings.batch(), (groups) -> {
			Mono<Void> step = this.turn.beginStep(id)
				.then(Mono.defer(() -> importer.take(unrepeated(groups, upload.kind(), report), report,
						(keys) -> this.staged.of(id, keys))));
			return this.turn.hold(id)
				.then(upload.dryRun() ? this.transactions.undone(step) : this.transactions.inOne(step));
		});
	}

	private static List<List<Row>> unrepeated(List<List<Row>> groups, ImportKind kind, Report report) {
		groups.stream()
			.flatMap(List::stream)
			.filter(Row::isRepeated)
			.forEach((row) -> report.reject(
					List.of(RowError.of(kind, row, kind.referenceColumn(), RowErrorCode.DUPLICATE_ROW, List.of()))));
		return groups.stream().map((group) -> group.stream().filter((row) -> !row.isRepeated()).toList()).toList();
	}

	private static void close(CsvFile file) {
		try {
			file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
