package city.plaza.billing.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Accepts a file: it becomes a run in the database, with all of its rows, in one
 * transaction. From then on it needs neither the file nor this process.
 */
@Component
class AcceptImport {

	/** Rows written at a time: nothing waits for them. */
	private static final int AT_ONCE = 2000;

	/** Whether a file is accepted. */
	sealed interface Outcome {

		/** It can be read to its end; its rows may have errors. */
		record Accepted(ImportRun run) implements Outcome {
		}

		/** Nothing of the file is imported. */
		sealed interface Refused extends Outcome {

		}

		/** It holds nothing. */
		record EmptyFile() implements Refused {
		}

		/**
		 * Its first row does not name the columns.
		 *
		 * @param header as it is
		 */
		record WrongHeader(CsvHeader header) implements Refused {
		}

		/**
		 * Its columns are not separated by commas.
		 *
		 * @param separator what stands between them
		 */
		record WrongSeparator(String separator) implements Refused {
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

		/**
		 * It has too many rows.
		 *
		 * @param most that it may have
		 */
		record TooManyRows(int most) implements Refused {
		}

		/** Another import is under way, and the caller does not want to wait. */
		record Busy() implements Refused {
		}

	}

	private final StagedRows staged;

	private final ImportRuns runs;

	private final Transactions transactions;

	private final FinanceSettings settings;

	private final Audit audit;

	private final Clock clock;

	AcceptImport(StagedRows staged, ImportRuns runs, Transactions transactions, FinanceSettings settings, Audit audit,
			Clock clock) {
		this.staged = staged;
		this.runs = runs;
		this.transactions = transactions;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Accepts a file, or says what is wrong with it as a whole.
	 * @param id of the run to be
	 * @param upload the file; not needed afterwards
	 * @param by who uploaded it
	 * @return whether it is accepted
	 */
	Mono<Outcome> accept(ImportId id, Upload upload, StaffMember by) {
		return outcome(upload.file(), store(id, upload, by));
	}

	/**
	 * Stores a file in one pass, in one transaction: its rows and its run, or nothing.
	 * @param id of the run to be
	 * @param upload the file; not needed afterwards
	 * @param by who uploaded it
	 * @return the run
	 * @throws RefusedFileException (as an error signal) where nothing of it is imported;
	 * see {@link #outcome}
	 */
	Mono<ImportRun> store(ImportId id, Upload upload, StaffMember by) {
		return Mono.defer(() -> {
			Instant startedAt = this.clock.instant();
			return this.transactions.inOne(
					stage(id, upload).flatMap((rows) -> begin(ImportRun.begin(id, upload, by, startedAt, rows), rows)));
		});
	}

	/**
	 * What came of storing a file. Whether all of it is UTF-8 is looked at first where it
	 * is refused: a wrong encoding makes other things look wrong.
	 * @param file that was read
	 * @param stored by {@link #store}, whose transaction has ended
	 * @return the outcome; empty where nothing was stored
	 */
	Mono<Outcome> outcome(Path file, Mono<ImportRun> stored) {
		return stored.<Outcome>map(Outcome.Accepted::new)
			.onErrorResume(RefusedFileException.class, (refused) -> Mono
				.fromCallable(() -> Encoding.firstWrongLine(file))
				.subscribeOn(Schedulers.boundedElastic())
				.map((line) -> line.isPresent() ? new Outcome.WrongEncoding(line.getAsInt()) : refused.refusal()));
	}

	private Mono<Integer> stage(ImportId id, Upload upload) {
		return Flux.using(() -> new CsvFile(upload.file(), upload.kind()), this::rows, AcceptImport::close)
			.onErrorMap(MalformedFileException.class,
					(ex) -> new RefusedFileException(new Outcome.MalformedFile(ex.line())))
			.buffer(AT_ONCE)
			.subscribeOn(Schedulers.boundedElastic())
			.concatMap((rows) -> this.staged.add(id, upload.kind(), rows).thenReturn(rows.size()), 1)
			.reduce(0, Integer::sum);
	}

	private Flux<Row> rows(CsvFile file) {
		CsvHeader header = file.header();
		if (!header.isRight()) {
			return Flux.error(() -> new RefusedFileException(refusal(header)));
		}
		int most = this.settings.rowLimit();
		return Flux.fromIterable(file.rows()).index().handle((row, sink) -> {
			if (row.getT1() < most) {
				sink.next(row.getT2());
			}
			else {
				sink.error(new RefusedFileException(new Outcome.TooManyRows(most)));
			}
		});
	}

	private static Outcome.Refused refusal(CsvHeader header) {
		return header.isEmpty() ? new Outcome.EmptyFile()
				: header
					.otherSeparator().<Outcome
							.Refused>map(Outcome.WrongSeparator::new)
					.orElseGet(() -> new Outcome.WrongHeader(header));
	}

	private Mono<ImportRun> begin(ImportRun run, int rows) {
		return this.runs.add(run)
			.then(this.audit.record((actor) -> NewEntry.of(actor, BillingAction.IMPORT_STARTED, "import", run.id())
				.with("kind", Codes.of(run.kind()))
				.with("rows", rows)
				.with("dryRun", run.dryRun())))
			.thenReturn(run);
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
