package city.plaza.billing.finance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is reported of a file, in whatever steps it was read. */
class ReportTests {

	static LongStream seeds() {
		return LongStream.range(0, 50);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void listsTheErrorsOfTheFileInWhateverOrderTheyAreFound(long seed) {
		Random random = new Random(seed);
		List<RowError> all = new ArrayList<>();
		for (int line = 2; line < 200; line++) {
			for (String field : List.of("amount", "bill_number", "row").subList(0, random.nextInt(4))) {
				all.add(new RowError(line, field, RowErrorCode.values()[random.nextInt(3)], "A sentence.", null,
						List.of()));
			}
		}
		Report report = new Report();
		List<RowError> found = new ArrayList<>(all);
		Collections.shuffle(found, random);
		found.forEach((error) -> report.reject(List.of(error)));
		assertThat(report.errors()).isEqualTo(
				all.stream().sorted(Comparator.comparingInt(RowError::line).thenComparing(RowError::field)).toList());
		assertThat(report.rejected()).isEqualTo(all.size());
	}

	@Test
	void countsRowsAndNotTheirErrors() {
		Report report = new Report();
		report.reject(List.of(error(2, "amount"), error(2, "currency"), error(2, "line")));
		report.accept(2);
		report.unchanged(3);
		report.accept(1);
		assertThat(List.of(report.accepted(), report.unchanged(), report.rejected())).containsExactly(3, 3, 1);
		assertThat(report.errors()).hasSize(3);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void groupsAreTheSameWhereverTheBatchesAreCut(long seed) {
		Random random = new Random(seed);
		List<Row> rows = new ArrayList<>();
		for (int key = 0; key < 40; key++) {
			for (int line = 0; line <= random.nextInt(6); line++) {
				rows.add(new Row(line, "key-" + (char) ('a' + key), List.of(), false));
			}
		}
		List<List<Row>> expected = new ArrayList<>();
		rows.stream()
			.map(Row::key)
			.distinct()
			.forEach((key) -> expected.add(rows.stream().filter((row) -> row.key().equals(key)).toList()));
		RowGroups groups = new RowGroups();
		List<List<Row>> found = new ArrayList<>();
		for (int at = 0; at < rows.size();) {
			int end = Math.min(rows.size(), at + 1 + random.nextInt(7));
			found.addAll(groups.add(rows.subList(at, end)));
			at = end;
		}
		found.addAll(groups.add(List.of()));
		assertThat(found).isEqualTo(expected);
		assertThat(groups.add(List.of())).isEmpty();
	}

	@Test
	void aGroupIsWholeOnlyOnceAnotherKeyComes() {
		RowGroups groups = new RowGroups();
		List<Row> batch = IntStream.range(0, 5).mapToObj((line) -> new Row(line, "a", List.of(), false)).toList();
		assertThat(groups.add(batch)).isEmpty();
		assertThat(groups.add(batch)).isEmpty();
		assertThat(groups.add(List.of(new Row(9, "b", List.of(), false)))).singleElement()
			.satisfies((group) -> assertThat(group).hasSize(10));
		assertThat(groups.add(List.of())).singleElement().satisfies((group) -> assertThat(group).hasSize(1));
	}

	private static RowError error(int line, String field) {
		return new RowError(line, field, RowErrorCode.REQUIRED, "This field must not be empty.", "", List.of());
	}

}
