package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BillFileTests {

	/** What billing-service takes at the most. */
	private static final int LARGEST_UPLOAD = 20 * 1024 * 1024;

	private final BillFile file = new BillFile(3, 2_001);

	@Test
	void holdsTheSameBillsAsFileAndAsRows() {
		List<String> csv = lines(this.file.csv());
		assertThat(csv).hasSize(2_002);
		assertThat(csv.get(2))
			.isEqualTo("I3-0000001,8000001,CLAIMS,2025,2025-06-01,2025-07-02,USD,1,DAMAGED STREET SIGN,101.50");
		assertThat(lines(this.file.rows("bill")).get(1))
			.isEqualTo("I3-0000001\t8000001\tCLAIMS\t2025\t2025-06-01\t2025-07-02\tUSD");
		assertThat(lines(this.file.rows("charge")).get(1)).isEqualTo("I3-0000001\t1\tDAMAGED STREET SIGN\t10150");
		assertThat(lines(this.file.rows("bill_balance")).get(1)).isEqualTo("I3-0000001\t10150");
	}

	@Test
	void hasARowOfEachBillInEachTable() {
		assertThat(BillFile.TABLES.stream())
			.allSatisfy((table) -> assertThat(lines(this.file.rows(table))).hasSize(2_001).doesNotHaveDuplicates());
		assertThatIllegalArgumentException().isThrownBy(() -> this.file.rows("entry"));
	}

	@Test
	void sharesNoBillWithAnotherRound() {
		assertThat(lines(this.file.rows("bill_balance")))
			.doesNotContainAnyElementsOf(lines(new BillFile(4, 2_001).rows("bill_balance")));
	}

	@Test
	void isOfAHundredBillsACustomerHoweverLargeItIs() {
		assertThat(new BillFile(1, 200_000).insertCustomers()).contains("generate_series(0, 1999)");
		assertThat(new BillFile(1, 1_000_000).insertCustomers()).contains("generate_series(0, 9999)");
		assertThat(new BillFile(1, 10_000).insertCustomers()).contains("generate_series(0, 1999)");
	}

	@Test
	void isNotTooLargeToUpload() {
		assertThat(new BillFile(1, 200_000).csv()).hasSizeLessThan(LARGEST_UPLOAD);
	}

	private static List<String> lines(byte[] text) {
		return new String(text, StandardCharsets.UTF_8).lines().toList();
	}

}
