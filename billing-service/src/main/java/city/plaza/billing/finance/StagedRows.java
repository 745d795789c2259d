package city.plaza.billing.finance;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the file that is being imported: in a table they can be grouped by what
 * they belong to, wherever they stand in the file, and take no memory here.
 */
@Repository
class StagedRows {

	/** Rows deleted at a time: a statement must not take long, however large the file. */
	private static final int CLEARED_AT_ONCE = 20_000;

	/**
	 * Of what rows are found by. No index takes more than 2.7 KB, and what is longer than
	 * this is refused as too long in any case.
	 */
	private static final int LONGEST_KEY = 200;

	/** Between the fields of a row: no field may hold it. */
	private static final String SEPARATOR = "\u001F";

	private static final String NEXT = """
			select r.line, r.key, r.fields, r.reference <> '' and exists (
			    select from import_line e
			    where e.import_id = :id and e.reference <> '' and e.reference = r.reference
			        and e.line < r.line) as repeated
			from import_line r
			where r.import_id = :id and (r.key, r.line) > (:key, :line)
			order by r.key, r.line limit :most
			""";

	// From where the last piece ended: what is deleted before it is not passed over
	// again.
	private static final String CLEAR = """
			with piece as (
			    select ctid, key, line from import_line
			    where import_id = :id and (key, line) > (:key, :line) order by key, line limit :most),
			gone as (delete from import_line where ctid = any(array(select ctid from piece)))
			select key, line from piece order by key desc, line desc limit 1
			""";

	private static final String ORPHANED = """
			select id from import_run r
			where finished_at is not null and exists (select from import_line where import_id = r.id)
			""";

	private static final String ADD = """
			insert into import_line (import_id, key, line, reference, fields)
			select :id, key, line, reference, fields
			from unnest(:keys, :lines, :references, :fields) as r (key, line, reference, fields)
			""";

	private static final String OF = """
			select line, key, fields, false as repeated from import_line
			where import_id = :id and key = any(:keys) order by key, line
			""";

	private final DatabaseClient database;

	StagedRows(DatabaseClient database) {
		this.database = database;
	}

	/** Removes the rows of an import that is over, piece by piece. */
	Mono<Void> clear(ImportId id) {
		return clear(id, RowPosition.BEGINNING).expand((end) -> clear(id, end)).then();
	}

	private Mono<RowPosition> clear(ImportId id, RowPosition after) {
		return this.database.sql(CLEAR)
			.bind("id", id.value())
			.bind("key", after.key())
			.bind("line", after.line())
			.bind("most", CLEARED_AT_ONCE)
			.map((row) -> new RowPosition(Columns.text(row, "key"), Columns.number(row, "line")))
			.one();
	}

	/** Removes the rows of imports whose process was killed when they were over. */
	Mono<Void> clearOrphaned() {
		return this.database.sql(ORPHANED)
			.map((row) -> new ImportId(Columns.required(row, "id", UUID.class)))
			.all()
			.collectList()
			.flatMapIterable((ids) -> ids)
			.concatMap(this::clear)
			.then();
	}

	Mono<Void> add(ImportId id, ImportKind kind, List<Row> rows) {
		return this.database.sql(ADD)
			.bind("id", id.value())
			.bind("keys", column(rows, (row) -> key(row.key())))
			.bind("lines", rows.stream().map(Row::line).toArray(Integer[]::new))
			.bind("references", column(rows, (row) -> key(kind.referenceOf(row.fields()))))
			.bind("fields", column(rows, (row) -> joined(row.fields().stream().map(StagedRows::printable).toList())))
			.then();
	}

	/**
	 * Goes through the rows, by what they belong to and line, strictly one step after
	 * another.
	 * @param after the last row that is not asked for; with it ends what belongs together
	 * @param batch how many at a time
	 * @param step takes groups of rows that belong together, each whole
	 * @return completes after the last group
	 */
	Mono<Void> each(ImportId id, RowPosition after, int batch, Function<List<List<Row>>, Mono<Void>> step) {
		RowGroups groups = new RowGroups();
		return next(id, after, batch)
			.expand((rows) -> rows.isEmpty() ? Mono.empty() : next(id, RowPosition.of(rows.getLast()), batch))
			.map(groups::add)
			.filter((whole) -> !whole.isEmpty())
			// One batch is read while another is worked on.
			.concatMap(step, 1)
			.then();
	}

	/** The rows of some keys. */
	Mono<List<Row>> of(ImportId id, Collection<String> keys) {
		return this.database.sql(OF)
			.bind("id", id.value())
			.bind("keys", keys.toArray(String[]::new))
			.map(StagedRows::row)
			.all()
			.collectList();
	}

	private static Row row(Readable row) {
		return new Row(Columns.number(row, "line"), Columns.text(row, "key"), split(Columns.text(row, "fields")),
				Columns.flag(row, "repeated"));
	}

	private Mono<List<Row>> next(ImportId id, RowPosition after, int most) {
		return this.database.sql(NEXT)
			.bind("id", id.value())
			.bind("key", after.key())
			.bind("line", after.line())
			.bind("most", most)
			.map(StagedRows::row)
			.all()
			.collectList();
	}

	private static String key(String field) {
		int length = field.codePointCount(0, field.length());
		return printable((length > LONGEST_KEY) ? field.substring(0, field.offsetByCodePoints(0, LONGEST_KEY)) : field);
	}

	/**
	 * Control characters would not survive; what stands for them is refused as a
	 * character that cannot be printed.
	 */
	private static String printable(String field) {
		for (int at = 0; at < field.length(); at++) {
			if (Character.isISOControl(field.charAt(at))) {
				return field.replaceAll("\\p{Cntrl}", "\uFFFD");
			}
		}
		return field;
	}

	/** Texts as one: none of them holds what stands between them. */
	static String joined(List<String> texts) {
		return String.join(SEPARATOR, texts);
	}

	static List<String> split(String joined) {
		return List.of(joined.split(SEPARATOR, -1));
	}

	private static String[] column(List<Row> rows, Function<Row, String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

}
