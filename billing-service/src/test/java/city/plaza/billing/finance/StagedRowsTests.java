package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of a file come back whole and by what they belong to, however they were cut.
 */
@PlazaTest
class StagedRowsTests {

	private final ImportId id = ImportId.random();

	@Autowired
	private StagedRows staged;

	@Autowired
	private DatabaseClient database;

	@AfterEach
	void clear() {
		this.staged.clear(this.id).block();
	}

	/** As a process leaves them that was killed when its import was over. */
	@Test
	void removesTheRowsOfAnImportThatIsOverPieceByPieceAndNoOthers() {
		ImportId over = ImportId.random();
		this.database
			.sql("insert into import_run (id, kind, file_name, dry_run, accepted, rejected, unchanged, started_by,"
					+ " started_at, finished_at) values (:id, 'bills', 'over.csv', true, 0, 0, 0, gen_random_uuid(),"
					+ " now() - interval '1 year', now() - interval '1 year')")
			.bind("id", over.value())
			.then()
			.block();
		List<String> fields = List.of("", "", "", "2021-06-01", "1.00", "USD");
		List<Row> rows = IntStream.range(2, 20_100).mapToObj((line) -> new Row(line, "", fields, false)).toList();
		this.staged.add(over, ImportKind.POSTINGS, rows).block();
		this.staged.add(this.id, ImportKind.POSTINGS, rows.subList(0, 2)).block();
		this.staged.clearOrphaned().block();
		assertThat(this.staged.of(over, Set.of("")).block()).isEmpty();
		assertThat(this.staged.of(this.id, Set.of("")).block()).hasSize(2);
	}

	@ParameterizedTest(name = "seed {0}, {1} at a time")
	@CsvSource({ "1, 1", "2, 2", "3, 3", "4, 7", "5, 50", "6, 500" })
	void everyRowComesOnceInItsGroup(long seed, int batch) {
		Random random = new Random(seed);
		List<Row> rows = new ArrayList<>();
		for (int line = 2; line < 62; line++) {
			String key = "B" + random.nextInt(12);
			List<String> fields = List.of("P" + random.nextInt(50), "", key, "2021-06-01", "1.00", "USD");
			rows.add(new Row(line, key, fields, false));
		}
		List<Row> shuffled = new ArrayList<>(rows);
		Collections.shuffle(shuffled, random);
		for (int at = 0; at < shuffled.size(); at += 13) {
			this.staged.add(this.id, ImportKind.POSTINGS, shuffled.subList(at, Math.min(at + 13, shuffled.size())))
				.block();
		}
		List<List<Row>> groups = groups(batch);
		assertThat(groups)
			.allSatisfy((group) -> assertThat(group).extracting(Row::key).containsOnly(group.getFirst().key()));
		assertThat(groups.stream().map((group) -> group.getFirst().key())).doesNotHaveDuplicates();
		List<Row> all = groups.stream().flatMap(List::stream).sorted(Comparator.comparingInt(Row::line)).toList();
		assertThat(all).extracting(Row::line).isEqualTo(rows.stream().map(Row::line).toList());
		assertThat(all).extracting(Row::fields).isEqualTo(rows.stream().map(Row::fields).toList());
		Set<String> seen = new HashSet<>();
		all.forEach((row) -> assertThat(row.isRepeated()).isEqualTo(!seen.add(row.fields().getFirst())));
	}

	@Test
	void whatCannotBeStoredComesBackAsWhatCannotBePrinted() {
		List<String> fields = List.of("P1", "a\u0000b", "\u001F", "\uD83C\uDF33\r\n", "\u0085", "");
		this.staged.add(this.id, ImportKind.POSTINGS, List.of(new Row(2, "\u001F", fields, false))).block();
		assertThat(groups(10)).singleElement()
			.satisfies((group) -> assertThat(group.getFirst().fields()).containsExactly("P1", "a\uFFFDb", "\uFFFD",
					"\uD83C\uDF33\uFFFD\uFFFD", "\u0085", ""));
	}

	/** Of random characters, which PostgreSQL cannot make short enough for an index. */
	@Test
	void takesAKeyAndAReferenceOfAnyLength() {
		String longest = new Random(1).ints(20_000, 'a', 0x10000)
			.filter(Character::isLetter)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		List<String> fields = List.of(longest, longest, "", "2021-06-01", "1.00", "USD");
		this.staged.add(this.id, ImportKind.POSTINGS, List.of(new Row(2, longest, fields, false))).block();
		assertThat(groups(10)).singleElement()
			.satisfies((group) -> assertThat(group.getFirst().fields()).containsExactlyElementsOf(fields));
	}

	@Test
	void rowsWithoutAReferenceAreNotRepeated() {
		List<Row> rows = List.of(new Row(2, "", List.of(""), false), new Row(3, "", List.of("", ""), false),
				new Row(4, "", List.of("P1"), false));
		this.staged.add(this.id, ImportKind.POSTINGS, rows).block();
		assertThat(groups(2)).singleElement()
			.satisfies((group) -> assertThat(group).extracting(Row::isRepeated).containsExactly(false, false, false));
	}

	@Test
	void findsTheRowsOfKeysAndOfItsOwnFileOnly() {
		this.staged
			.add(this.id, ImportKind.CUSTOMERS, List.of(new Row(3, "A", List.of("A", "2"), false),
					new Row(2, "A", List.of("A", "1"), false), new Row(4, "B", List.of("B"), false)))
			.block();
		this.staged.add(ImportId.random(), ImportKind.CUSTOMERS, List.of(new Row(2, "A", List.of("A", "9"), false)))
			.block();
		assertThat(this.staged.of(this.id, List.of("A", "C")).block()).extracting((row) -> row.fields().getLast())
			.containsExactly("1", "2");
		assertThat(this.staged.of(this.id, List.of()).block()).isEmpty();
	}

	@Test
	void aFileWithoutRowsHasNoGroups() {
		assertThat(groups(10)).isEmpty();
	}

	private List<List<Row>> groups(int batch) {
		List<List<Row>> groups = new ArrayList<>();
		this.staged.each(this.id, RowPosition.BEGINNING, batch, (some) -> Mono.fromRunnable(() -> groups.addAll(some)))
			.block();
		return groups;
	}

}
