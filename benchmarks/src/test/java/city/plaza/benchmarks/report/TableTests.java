package city.plaza.benchmarks.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTests {

	@Test
	void alignsItsColumns() {
		assertThat(new Table("clients", "served/s").row(1, 1234.5).row(1000, 0.256)).hasToString("""
				| clients | served/s |
				| ------- | -------- |
				| 1       | 1,235    |
				| 1,000   | 0.256    |""");
	}

}
