package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostingFileTests {

	@Test
	void isAsFinanceUploadsIt() {
		assertThat(rows(PostingFile.csv(2, 3, 1_000))).startsWith(
				"posting_reference,payment_reference,bill_number,posted_on,amount,currency",
				"BENCH-2-0,,1600000514,2026-01-05,0.01,USD");
	}

	@Test
	void hasReferencesThatNoOtherHas() {
		assertThat(Stream.of(1, 2).flatMap((number) -> rows(PostingFile.csv(number, 1_000, 1_000)).stream().skip(1)))
			.hasSize(2_000)
			.doesNotHaveDuplicates();
	}

	@Test
	void isOfCustomersAllOverTheTable() {
		assertThat(rows(PostingFile.csv(1, 1_000, 1_000_000)).stream().skip(1).map((row) -> row.split(",")[2]))
			.doesNotHaveDuplicates()
			.anyMatch((bill) -> bill.compareTo("1000100000") > 0 && bill.compareTo("1000900000") < 0);
	}

	@Test
	void isOfEachBillOnceBeforeItIsOfOneTwice() {
		assertThat(rows(PostingFile.csv(0, 8_000, 1_000)).stream().skip(1).map((row) -> row.split(",")[2]))
			.doesNotHaveDuplicates();
	}

	private static List<String> rows(byte[] csv) {
		return new String(csv, StandardCharsets.UTF_8).lines().toList();
	}

}
