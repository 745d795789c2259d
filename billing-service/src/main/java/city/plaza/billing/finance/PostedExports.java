package city.plaza.billing.finance;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The exports of which an import of postings posted something. */
@Repository
class PostedExports {

	private static final String ADD = """
			insert into import_export (import_id, batch_id)
			select distinct cast(:import as uuid), l.batch_id
			from unnest(:references, :bills) as p (reference, bill)
			join export_line l on l.payment_reference = p.reference and l.bill_number = p.bill
			on conflict do nothing
			""";

	private static final int REFERENCE = ImportKind.POSTINGS.columns().indexOf("payment_reference");

	private static final int BILL = ImportKind.POSTINGS.columns().indexOf("bill_number");

	private final DatabaseClient database;

	PostedExports(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Notes the exports that rows of an import posted something of.
	 * @param run the import
	 * @param groups its rows
	 * @param report of them
	 * @return completes when they are noted; at once for what posts nothing
	 */
	Mono<Void> note(ImportRun run, List<List<Row>> groups, Report report) {
		if (run.kind() != ImportKind.POSTINGS || run.dryRun()) {
			return Mono.empty();
		}
		Set<Integer> rejected = report.errors().stream().map(RowError::line).collect(Collectors.toSet());
		List<Row> posted = groups.stream()
			.flatMap(List::stream)
			.filter(Predicate.not((row) -> rejected.contains(row.line())))
			.filter((row) -> !row.fields().get(REFERENCE).isEmpty())
			.toList();
		return posted.isEmpty() ? Mono.empty()
				: this.database.sql(ADD)
					.bind("import", run.id().value())
					.bind("references", column(posted, REFERENCE))
					.bind("bills", column(posted, BILL))
					.then();
	}

	private static String[] column(List<Row> rows, int at) {
		return rows.stream().map((row) -> row.fields().get(at)).toArray(String[]::new);
	}

}
