package city.plaza.benchmarks.suite;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentsTests {

	@Test
	void giveEachResidentNumbersOfTheirOwn() {
		Set<String> numbers = new HashSet<>();
		for (int resident = 1; resident <= 300; resident++) {
			assertThat(UUID.fromString(Residents.id(resident))).hasToString(Residents.id(resident));
			assertThat(numbers.add(Residents.customer(resident))).isTrue();
			for (int number = 0; number < Residents.BILLS; number++) {
				assertThat(numbers.add(Residents.bill(resident, number))).isTrue();
			}
		}
	}

	/** As a script of pgbench computes them. */
	@Test
	void haveTheSameNumbersInPgbench() {
		assertThat(Residents.pgbench()).contains("\\set customer 9000000 + :resident",
				"\\set bill 70000000 + :resident * 100 + :number");
		assertThat(Residents.customer(7)).isEqualTo("9000007");
		assertThat(Residents.bill(7, 3)).isEqualTo("70000703");
	}

}
