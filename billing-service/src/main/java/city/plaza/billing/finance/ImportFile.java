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

import city.plaza.billing.finance.ImportOutcome.Done;
import city.plaza.billing.finance.ImportOutcome.Refused;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Imports a file, all of its good rows in one transaction. Two imports never run at once,
 * on whatever instance.
 */
@Component
class ImportFile {

	private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('billing import')) AS locked";

	private final Map<ImportKind, Importer> importers;

	private final StagedRows staged;

	private final ImportRuns runs;

	private final Transactions transactions;

	private final DatabaseClient database;

	private final FinanceSettings settings;

	private final Clock clock;

	ImportFile(List<Importer> importers, StagedRows staged, ImportRuns runs, Transactions transactions,
			DatabaseClient database, FinanceSettings settings, Clock clock) {
		this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
		this.staged = staged;
		this.runs = runs;
		this.transactions = transactions;
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Imports the file; a dry run does all of it but the commit.
	 * @param upload what to import
	 * @param by the member of staff
	 * @return how it ended
	 */
	Mono<ImportOutcome> bring(Upload upload, UUID by) {
		return Mono.fromCallable(() -> check(upload))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((refusal) -> refusal.map((why) -> Mono.<ImportOutcome>just(new Refused(why)))
				.orElseGet(() -> run(upload, by)))
			.onErrorResume(MalformedFileException.class,
					(ex) -> Mono.just(new Refused(new ImportRefusal.MalformedFile(ex.line()))));
	}

	private static Optional<ImportRefusal> check(Upload upload) throws IOException {
		OptionalInt wrongLine = Encoding.firstWrongLine(upload.file());
		if (wrongLine.isPresent()) {
			return Optional.of(new ImportRefusal.WrongEncoding(wrongLine.getAsInt()));
		}
		try (CsvFile file = new CsvFile(upload.file(), upload.kind())) {
			return file.hasRightHeader() ? Optional.empty()
					: Optional.of(new ImportRefusal.WrongHeader(upload.kind().columns()));
		}
	}

	private Mono<ImportOutcome> run(Upload upload, UUID by) {
		Instant start = this.clock.instant();
		Mono<ImportRun> work = Mono.defer(() -> {
			Report report = new Report(this.settings.errorsTold());
			return stage(upload).then(take(upload.kind(), report))
				.then(Mono.fromSupplier(() -> report.run(upload, by, start)));
		});
		Mono<ImportRun> run = upload.dryRun() ? undone(work).delayUntil(this.runs::add)
				: this.transactions.inOne(alone(work).delayUntil(this.runs::add));
		return run.<ImportOutcome>map(Done::new).defaultIfEmpty(new Refused(new ImportRefusal.Busy()));
	}

	private Mono<ImportRun> undone(Mono<ImportRun> work) {
		return this.transactions.inOne(alone(work).<ImportRun>flatMap((run) -> Mono.error(new UndoException(run))))
			.onErrorResume(UndoException.class, (undo) -> Mono.just(undo.run));
	}

	private Mono<ImportRun> alone(Mono<ImportRun> work) {
		return this.database.sql(LOCK)
			.map((row) -> Boolean.TRUE.equals(row.get("locked", Boolean.class)))
			.one()
			.filter(Boolean::booleanValue)
			.flatMap((locked) -> work);
	}

	private Mono<Void> stage(Upload upload) {
		Flux<Row> rows = Flux.using(() -> new CsvFile(upload.file(), upload.kind()),
				(file) -> Flux.fromIterable(file.rows()), ImportFile::close);
		return this.staged.open()
			.thenMany(rows.buffer(this.settings.batch())
				.subscribeOn(Schedulers.boundedElastic())
				.concatMap(this.staged::add, 1))
			.then();
	}

	private Mono<Void> take(ImportKind kind, Report report) {
		Importer importer = this.importers.get(kind);
		if (importer == null) {
			return Mono.error(() -> new IllegalStateException("Nothing imports " + kind));
		}
		return this.staged.each(this.settings.batch(), (groups) -> importer.take(groups, report));
	}

	private static void close(CsvFile file) {
		try {
			file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Rolls a dry run back and carries its result out. */
	private static final class UndoException extends RuntimeException {

		private final transient ImportRun run;

		private UndoException(ImportRun run) {
			super("Nothing of a dry run is kept", null, false, false);
			this.run = run;
		}

	}

}
