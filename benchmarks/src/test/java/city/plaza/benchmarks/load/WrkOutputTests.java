package city.plaza.benchmarks.load;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

class WrkOutputTests {

	private static final String OUTPUT = """
			Running 10s test @ http://127.0.0.1:9001/api/v1/bills/1
			  1 threads and 20 connections
			  Thread Stats   Avg      Stdev     Max   +/- Stdev
			    Latency     1.79ms    2.30ms  46.02ms   89.10%
			    Req/Sec    15.70k     2.25k   19.83k    71.29%
			  Latency Distribution
			     50%    0.98ms
			     75%    1.87ms
			     90%    4.31ms
			     99%   11.15ms
			  157864 requests in 10.10s, 30.56MB read
			Requests/sec:  15630.04
			Transfer/sec:      3.03MB
			""";

	@Test
	void readsRateTimesAndStatuses() throws IOException {
		Sample sample = WrkOutput.read(OUTPUT);
		assertThat(sample.rate()).isCloseTo(157864 / 10.1, within(0.01));
		assertThat(sample.p50()).isEqualTo(0.98);
		assertThat(sample.p99()).isEqualTo(11.15);
		assertThat(sample.statuses()).hasToString("{2xx or 3xx=157864}");
	}

	/** What was refused was not served, however quickly. */
	@Test
	void doesNotCountRefusalsAndErrorsAsServed() throws IOException {
		Sample sample = WrkOutput.read(OUTPUT.replace("Requests/sec",
				"Socket errors: connect 1, read 0, write 0, timeout 4\n  Non-2xx or 3xx responses: 57864\nRequests/sec"));
		assertThat(sample.rate()).isCloseTo(100_000 / 10.1, within(0.01));
		assertThat(sample.statuses()).hasToString("{2xx or 3xx=100000, not connected=1, others=57864, timeouts=4}");
	}

	@ParameterizedTest
	@CsvSource({ "812.00us, 0.812", "'1.21s ', 1210", "2.00m, 120000", "3ms, 3" })
	void readsEveryUnit(String printed, double millis) throws IOException {
		assertThat(WrkOutput.read(OUTPUT.replace("11.15ms", printed)).p99()).isCloseTo(millis, within(1e-9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unable to connect to 127.0.0.1:9001 Connection refused" })
	void failsWhereThereIsNoFigure(String output) {
		assertThatIOException().isThrownBy(() -> WrkOutput.read(output)).withMessageContaining("wrk printed no");
	}

}
