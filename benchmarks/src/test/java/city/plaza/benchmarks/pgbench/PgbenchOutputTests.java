package city.plaza.benchmarks.pgbench;

import java.io.IOException;

import city.plaza.benchmarks.load.Sample;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PgbenchOutputTests {

	private static final String OUTPUT = """
			pgbench (17.6, server 18.0)
			transaction type: /tmp/plaza1.pgbench
			number of clients: 20
			duration: 10 s
			number of transactions actually processed: 48213
			number of failed transactions: 0 (0.000%)
			latency average = 4.141 ms
			initial connection time = 61.322 ms
			tps = 4829.503115 (without initial connection time)
			""";

	@Test
	void readsRateAndCount() throws IOException {
		Sample sample = PgbenchOutput.read(OUTPUT);
		assertThat(sample.rate()).isEqualTo(4829.503115);
		assertThat(sample.statuses()).hasToString("{transactions=48213}");
		assertThat(sample.p50()).isNaN();
	}

	@Test
	void showsTransactionsThatFailed() throws IOException {
		assertThat(PgbenchOutput.read(OUTPUT.replace("transactions: 0", "transactions: 3")).statuses())
			.hasToString("{failed=3, transactions=48213}");
	}

	@Test
	void hasARateOfZeroWhereNoTransactionCameToItsEnd() throws IOException {
		Sample sample = PgbenchOutput
			.read(OUTPUT.replaceAll("processed: \\d+", "processed: 0").replaceAll("(?m)^tps.*\n", ""));
		assertThat(sample.rate()).isZero();
		assertThat(sample.statuses()).hasToString("{transactions=0}");
	}

	@Test
	void failsWhereThereIsNoFigure() {
		assertThatIOException().isThrownBy(() -> PgbenchOutput.read("pgbench: error: connection failed"))
			.withMessageContaining("connection failed");
	}

}
