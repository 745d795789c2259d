package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostingFileTests {

	@Test
	void isAsFinanceUploadsIt() {
		assertThat(rows(PostingFile.csv(2, List.of(7, 900_007), 2))).containsExactly(
				"posting_reference,payment_reference,bill_number,posted_on,amount,currency",
				"BENCH-2-1000000007,,1000000007,2026-01-05,0.01,USD",
				"BENCH-2-1000900007,,1000900007,2026-01-05,0.01,USD",
				"BENCH-2-1100000007,,1100000007,2026-01-05,0.01,USD",
				"BENCH-2-1100900007,,1100900007,2026-01-05,0.01,USD");
	}

	@Test
	void hasReferencesThatNoOtherHas() {
		List<Integer> customers = IntStream.range(0, 100).boxed().toList();
		assertThat(Stream.of(1, 2).flatMap((number) -> rows(PostingFile.csv(number, customers, 8)).stream().skip(1)))
			.hasSize(1_600)
			.doesNotHaveDuplicates();
	}

	private static List<String> rows(byte[] csv) {
		return new String(csv, StandardCharsets.UTF_8).lines().toList();
	}

}
