package city.plaza.billing.finance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What is and was imported, when and by whom. */
@Repository
class ImportRuns {

	private static final String ADD = """
			insert into import_run (id, kind, file_name, dry_run, accepted, rejected, unchanged, started_by,
			                        started_by_name, started_at, state, total_rows)
			values (:id, :kind, :file, :dryRun, 0, 0, 0, :by, :name, :at, 'waiting', :rows)
			""";

	private static final String FIND = """
			select * from import_run where id = :id
			""";

	private static final String PAGE = """
			select * from import_run where (started_at, id) < (:at, :id) order by started_at desc, id desc limit :most
			""";

	private static final String NEXT = """
			select * from import_run
			where state in ('waiting', 'running') and (retry_at is null or retry_at <= now())
			order by started_at, id limit 1
			""";

	private static final String BEGIN = """
			update import_run set state = 'running' where id = :id and state = 'waiting'
			""";

	// Not where it was expected: another instance has imported these rows meanwhile.
	private static final String ADVANCE = """
			update import_run set done_rows = done_rows + :accepted + :unchanged + :rejected,
			    accepted = accepted + :accepted, unchanged = unchanged + :unchanged, rejected = rejected + :rejected,
			    after_key = :key, after_line = :line, attempts = 0, retry_at = null
			where id = :id and state = 'running' and after_key = :fromKey and after_line = :fromLine
			""";

	private static final String FINISH = """
			update import_run set state = :state, finished_at = clock_timestamp() where id = :id and finished_at is null
			""";

	private static final String FAILED_STEP = """
			update import_run set attempts = attempts + 1,
			    retry_at = now() + (attempts + 1) * :pause * interval '1 millisecond'
			where id = :id and finished_at is null
			returning attempts
			""";

	private final DatabaseClient database;

	ImportRuns(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(ImportRun run) {
		return this.database.sql(ADD)
			.bind("id", run.id().value())
			.bind("kind", run.kind().code())
			.bind("file", run.fileName())
			.bind("dryRun", run.dryRun())
			.bind("by", run.by().id())
			.bind("name", run.by().name())
			.bind("at", run.startedAt())
			.bind("rows", Objects.requireNonNull(run.progress().totalRows()))
			.then();
	}

	Mono<ImportRun> find(ImportId id) {
		return this.database.sql(FIND).bind("id", id.value()).map(ImportRuns::run).one();
	}

	/**
	 * A page of all imports, newest first.
	 * @param at when the last one of the page before was uploaded
	 * @param id of that one
	 * @param most how many
	 * @return the page
	 */
	Mono<List<ImportRun>> page(Instant at, UUID id, int most) {
		return this.database.sql(PAGE)
			.bind("at", at)
			.bind("id", id)
			.bind("most", most)
			.map(ImportRuns::run)
			.all()
			.collectList();
	}

	/** The oldest that is not over, unless a step of it has just failed. */
	Mono<ImportRun> next() {
		return this.database.sql(NEXT).map(ImportRuns::run).one();
	}

	Mono<Void> begin(ImportId id) {
		return this.database.sql(BEGIN).bind("id", id.value()).then();
	}

	/**
	 * Notes a step.
	 * @param from where it began
	 * @param to where it ended
	 * @param report of its rows
	 * @return completes when it is noted
	 * @throws TurnLostException (as an error signal) where the import is elsewhere
	 */
	Mono<Void> advance(ImportId id, RowPosition from, RowPosition to, Report report) {
		return this.database.sql(ADVANCE)
			.bind("id", id.value())
			.bind("accepted", report.accepted())
			.bind("unchanged", report.unchanged())
			.bind("rejected", report.rejected())
			.bind("fromKey", from.key())
			.bind("fromLine", from.line())
			.bind("key", to.key())
			.bind("line", to.line())
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty() : Mono.error(TurnLostException::new));
	}

	Mono<Void> finish(ImportId id, ImportState state) {
		return this.database.sql(FINISH).bind("id", id.value()).bind("state", state.code()).then();
	}

	/**
	 * Notes that a step failed, so that it is tried again later.
	 * @param pause before the next try; longer each time
	 * @return how often in a row one has failed
	 */
	Mono<Integer> failedStep(ImportId id, Duration pause) {
		return this.database.sql(FAILED_STEP)
			.bind("id", id.value())
			.bind("pause", pause.toMillis())
			.map((row) -> Columns.number(row, "attempts"))
			.one();
	}

	private static ImportRun run(Readable row) {
		return new ImportRun(new ImportId(Columns.required(row, "id", UUID.class)),
				Columns.constant(row, "kind", ImportKind.class), Columns.text(row, "file_name"),
				Columns.flag(row, "dry_run"),
				new StaffMember(Columns.required(row, "started_by", UUID.class), Columns.text(row, "started_by_name")),
				Columns.required(row, "started_at", Instant.class),
				new ImportRun.Progress(Columns.constant(row, "state", ImportState.class),
						row.get("total_rows", Integer.class), Columns.number(row, "done_rows"),
						new RowPosition(Columns.text(row, "after_key"), Columns.number(row, "after_line")),
						Columns.number(row, "accepted"), Columns.number(row, "rejected"),
						Columns.number(row, "unchanged"), row.get("finished_at", Instant.class)));
	}

}
