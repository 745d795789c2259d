package city.plaza.billing.finance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Why rows were not imported. */
@Repository
class ImportErrors {

	private static final String ADD = """
			insert into import_error (import_id, line, field, code, value, expected, fields)
			select :id, line, field, code, value, expected, fields
			from unnest(:lines, :columns, :codes, :values, :expected, :rows)
			    as e (line, field, code, value, expected, fields)
			on conflict do nothing
			""";

	private static final String COUNTS = """
			select code, count(*) as errors from import_error where import_id = :id group by code
			order by errors desc, code
			""";

	private static final String OF_CODES = """
			select e.* from unnest(:codes) as c (code) cross join lateral (
			    select * from import_error where import_id = :id and code = c.code order by line, field limit :most) e
			order by e.line, e.field
			""";

	private static final String BEHIND = """
			select * from import_error where import_id = :id and (line, field) > (:line, :field)
			order by line, field limit :most
			""";

	private static final String DELETE_OLD = """
			delete from import_error where ctid in (
			    select e.ctid from import_error e join import_run r on r.id = e.import_id
			    where r.finished_at < now() - :days * interval '1 day' limit :most)
			""";

	private final DatabaseClient database;

	ImportErrors(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(ImportId id, List<RejectedRow> rows) {
		return rows.isEmpty() ? Mono.empty()
				: this.database.sql(ADD)
					.bind("id", id.value())
					.bind("lines", rows.stream().map((row) -> row.error().line()).toArray(Integer[]::new))
					.bind("columns", column(rows, (row) -> row.error().field()))
					.bind("codes", column(rows, (row) -> row.error().code().code()))
					.bind("values", column(rows, (row) -> (row.error().value() != null) ? row.error().value() : ""))
					.bind("expected", column(rows, (row) -> StagedRows.joined(row.error().expected())))
					.bind("rows", column(rows, (row) -> StagedRows.joined(row.fields())))
					.then();
	}

	/** How many errors of each code there are, the most frequent first. */
	Mono<Map<RowErrorCode, Long>> counts(ImportId id) {
		return this.database.sql(COUNTS)
			.bind("id", id.value())
			.map((row) -> Map.entry(Columns.constant(row, "code", RowErrorCode.class), Columns.amount(row, "errors")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
	}

	/** The first rows of the file with an error of each code. */
	Mono<List<RejectedRow>> first(ImportId id, Collection<RowErrorCode> codes, int ofEach) {
		return this.database.sql(OF_CODES)
			.bind("id", id.value())
			.bind("codes", codes.stream().map(RowErrorCode::code).toArray(String[]::new))
			.bind("most", ofEach)
			.map(ImportErrors::row)
			.all()
			.collectList();
	}

	/** Errors in the order of the file, from behind one on. */
	Mono<List<RejectedRow>> behind(ImportId id, int line, String field, int most) {
		return this.database.sql(BEHIND)
			.bind("id", id.value())
			.bind("line", line)
			.bind("field", field)
			.bind("most", most)
			.map(ImportErrors::row)
			.all()
			.collectList();
	}

	/** Deletes some of imports that were over long ago. */
	Mono<Long> deleteOld(int days, int most) {
		return this.database.sql(DELETE_OLD).bind("days", days).bind("most", most).fetch().rowsUpdated();
	}

	private static RejectedRow row(Readable row) {
		String field = Columns.text(row, "field");
		RowErrorCode code = Columns.constant(row, "code", RowErrorCode.class);
		List<String> expected = Stream.of(Columns.text(row, "expected"))
			.filter((joined) -> !joined.isEmpty())
			.flatMap((joined) -> StagedRows.split(joined).stream())
			.toList();
		return new RejectedRow(
				new RowError(Columns.number(row, "line"), field, code, code.message(expected),
						field.equals(RowError.WHOLE_ROW) ? null : Columns.text(row, "value"), expected),
				StagedRows.split(Columns.text(row, "fields")));
	}

	private static String[] column(List<RejectedRow> rows, Function<RejectedRow, String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

}
