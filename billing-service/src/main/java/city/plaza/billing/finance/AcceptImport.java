package city.plaza.billing.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.OptionalInt;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
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
		return Mono.fromCallable(() -> check(upload))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((checked) -> (checked.refusal() != null) ? Mono.just(checked.refusal())
					: store(id, upload, by, checked.rows()))
			.onErrorResume(MalformedFileException.class, (ex) -> Mono.just(new Outcome.MalformedFile(ex.line())));
	}

	/** Nothing of a file is imported before all of it could be read. */
	private Checked check(Upload upload) throws IOException {
		OptionalInt wrongLine = Encoding.firstWrongLine(upload.file());
		if (wrongLine.isPresent()) {
			return Checked.refused(new Outcome.WrongEncoding(wrongLine.getAsInt()));
		}
		try (CsvFile file = new CsvFile(upload.file(), upload.kind())) {
			CsvHeader header = file.header();
			return header.isRight() ? count(file) : Checked.refused(refusal(header));
		}
	}

	private static Outcome refusal(CsvHeader header) {
		return header.isEmpty() ? new Outcome.EmptyFile()
				: header.otherSeparator()
					.<Outcome>map(Outcome.WrongSeparator::new)
					.orElseGet(() -> new Outcome.WrongHeader(header));
	}

	private Checked count(CsvFile file) {
		int count = 0;
		for (Iterator<Row> rows = file.rows().iterator(); rows.hasNext(); rows.next()) {
			count++;
			if (count > this.settings.rowLimit()) {
				return Checked.refused(new Outcome.TooManyRows(this.settings.rowLimit()));
			}
		}
		return new Checked(count, null);
	}

	private Mono<Outcome> store(ImportId id, Upload upload, StaffMember by, int rows) {
		ImportRun run = ImportRun.begin(id, upload, by, this.clock.instant(), rows);
		return this.transactions
			.inOne(this.runs.add(run).then(note(run, rows)).then(Mono.defer(() -> stage(id, upload))))
			.thenReturn(new Outcome.Accepted(run));
	}

	private Mono<Void> note(ImportRun run, int rows) {
		return this.audit.record((actor) -> NewEntry.of(actor, BillingAction.IMPORT_STARTED, "import", run.id())
			.with("kind", Codes.of(run.kind()))
			.with("rows", rows)
			.with("dryRun", run.dryRun()));
	}

	private Mono<Void> stage(ImportId id, Upload upload) {
		return Flux
			.using(() -> new CsvFile(upload.file(), upload.kind()), (file) -> Flux.fromIterable(file.rows()),
					AcceptImport::close)
			.buffer(AT_ONCE)
			.subscribeOn(Schedulers.boundedElastic())
			.concatMap((rows) -> this.staged.add(id, upload.kind(), rows), 1)
			.then();
	}

	private static void close(CsvFile file) {
		try {
			file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Checked(int rows, @Nullable Outcome refusal) {

		static Checked refused(Outcome refusal) {
			return new Checked(0, refusal);
		}

	}

}
