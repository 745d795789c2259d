package city.plaza.benchmarks.reference;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KillBillInvoicesTests {

	@ParameterizedTest
	@CsvSource({ "1, 10000000-0000-0000-0001-000000000001", "200, 10000000-0000-0000-0200-000000000001",
			"201, 10000000-0000-0000-0001-000000000002", "20000, 10000000-0000-0000-0200-000000000100" })
	void areThoseOfAllAccountsInTurn(int n, String id) {
		assertThat(KillBillInvoices.id(n, 200)).isEqualTo(id);
	}

	/** Kill Bill takes nothing else for an id. */
	@Test
	void haveEachAnIdOfItsOwn() {
		assertThat(IntStream.rangeClosed(1, 2000).mapToObj((n) -> UUID.fromString(KillBillInvoices.id(n, 200))))
			.doesNotHaveDuplicates();
	}

}
