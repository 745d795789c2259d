package city.plaza.benchmarks.suite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BillTableTests {

	@Test
	void givesEachBillANumberOfItsOwn() {
		Set<String> numbers = new HashSet<>();
		for (int customer : List.of(0, 1, 999_999)) {
			for (int nth = 0; nth < BillTable.BILLS; nth++) {
				assertThat(numbers.add(BillTable.bill(customer, nth))).isTrue();
			}
		}
		assertThat(numbers).allMatch((number) -> number.compareTo("2000000000") < 0);
	}

	@Test
	void spreadsThoseWhoAreReadOverTheWholeTable() {
		assertThat(BillTable.spread(4, 1_000_000)).containsExactly(0, 250_000, 500_000, 750_000);
		assertThat(BillTable.spread(3, 3)).containsExactly(0, 1, 2);
	}

}
