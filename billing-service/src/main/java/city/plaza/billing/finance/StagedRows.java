package city.plaza.billing.finance;

import java.util.List;
import java.util.function.Function;

import city.plaza.billing.sql.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the file that is being imported, in a temporary table: there they can be
 * brought together by what they belong to, wherever they stand in the file, and take no
 * memory here. All of it must run in one transaction, which empties the table.
 */
@Repository
class StagedRows {

	/** Between the fields of a row: no field may hold it. */
	private static final String SEPARATOR = "\u001F";

	private final DatabaseClient database;

	StagedRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> open() {
		return this.database.sql("""
				CREATE TEMPORARY TABLE IF NOT EXISTS import_row (
				    key text NOT NULL, line integer NOT NULL, fields text NOT NULL
				) ON COMMIT DELETE ROWS
				""").then();
	}

	Mono<Void> add(List<Row> rows) {
		return this.database.sql("INSERT INTO import_row SELECT * FROM unnest(:keys, :lines, :fields)")
			.bind("keys", column(rows, (row) -> printable(row.key())))
			.bind("lines", rows.stream().map(Row::line).toArray(Integer[]::new))
			.bind("fields",
					column(rows,
							(row) -> String.join(SEPARATOR, row.fields().stream().map(StagedRows::printable).toList())))
			.then();
	}

	/**
	 * Goes through all rows, by what they belong to and line; strictly one step after
	 * another, as a connection that reads and writes at once can stand still.
	 * @param batch how many at a time
	 * @param take takes groups of rows that belong together, each whole
	 * @return completes after the last group
	 */
	Mono<Void> each(int batch, Function<List<List<Row>>, Mono<Void>> take) {
		return Mono.defer(() -> {
			RowGroups groups = new RowGroups();
			Mono<Boolean> step = fetch(batch)
				.flatMap((rows) -> take(groups.add(rows), take).thenReturn(!rows.isEmpty()));
			return this.database.sql("""
					DECLARE import_rows NO SCROLL CURSOR FOR SELECT key, line, fields FROM import_row ORDER BY key, line
					""").then().thenMany(step.repeat().takeWhile(Boolean::booleanValue)).then();
		});
	}

	private Mono<List<Row>> fetch(int batch) {
		return this.database.sql("FETCH " + batch + " FROM import_rows")
			.map((row) -> new Row(Columns.number(row, "line"), Columns.text(row, "key"),
					List.of(Columns.text(row, "fields").split(SEPARATOR, -1))))
			.all()
			.collectList();
	}

	private static Mono<Void> take(List<List<Row>> groups, Function<List<List<Row>>, Mono<Void>> take) {
		return groups.isEmpty() ? Mono.empty() : take.apply(groups);
	}

	/**
	 * Control characters would not survive; what stands for them is refused as a
	 * character that cannot be printed.
	 */
	private static String printable(String field) {
		return field.codePoints().noneMatch(Character::isISOControl) ? field : field.replaceAll("\\p{Cntrl}", "\uFFFD");
	}

	private static String[] column(List<Row> rows, Function<Row, String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

}
