package city.plaza.benchmarks.pgbench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestStatementsTests {

	@Test
	void takesTransactionsWholeAndLeavesOutWhatRunsInTheBackground() {
		List<Executed> all = List.of(executed(1, "BEGIN"), executed(2, "select poll", "now"),
				executed(1, "select pg_advisory_xact_lock", "other"), executed(3, "select bill", "customer 7"),
				executed(4, "BEGIN"), executed(4, "update outbox", "x"),
				executed(1, "insert into payment", "customer 7"), executed(4, "COMMIT"), executed(1, "COMMIT"),
				executed(5, "BEGIN"), executed(5, "select", "customer 7"));
		assertThat(RequestStatements.of(all, List.of("customer 7"))).extracting(Executed::sql)
			.containsExactly("select bill", "BEGIN", "select pg_advisory_xact_lock", "insert into payment", "COMMIT");
	}

	@Test
	void takesWhatMentionsAnyOfTheMarks() {
		List<Executed> all = List.of(executed(1, "a", "the key 1"), executed(1, "b", "the bill 2"),
				executed(1, "c", "3"));
		assertThat(RequestStatements.of(all, List.of("key", "bill"))).extracting(Executed::sql)
			.containsExactly("a", "b");
	}

	private static Executed executed(long process, String sql, String... parameters) {
		return new Executed(process, sql, Stream.of(parameters).map(Optional::of).toList());
	}

}
