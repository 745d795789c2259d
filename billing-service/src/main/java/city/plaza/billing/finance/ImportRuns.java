package city.plaza.billing.finance;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** What was imported when and by whom. */
@Repository
class ImportRuns {

	private static final String ADD = """
			insert into import_run (id, kind, file_name, dry_run, accepted, rejected, unchanged, started_by,
			                        started_at, finished_at)
			values (:id, :kind, :file, :dryRun, :accepted, :rejected, :unchanged, :by, :at, clock_timestamp())
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
			.bind("accepted", run.accepted())
			.bind("rejected", run.rejected())
			.bind("unchanged", run.unchanged())
			.bind("by", run.by())
			.bind("at", run.startedAt())
			.then();
	}

}
