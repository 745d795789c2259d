package city.plaza.benchmarks.pgbench;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerLogTests {

	@Test
	void readsStatementsWithTheirParameters() {
		assertThat(ServerLog.statements("""
				2026-11-30 02:40:00.123 UTC [11] LOG:  statement: BEGIN
				2026-11-30 02:40:00.124 UTC [11] LOG:  execute S_1: select a
				\tfrom b
				\twhere c = $1 and d = $2
				2026-11-30 02:40:00.124 UTC [11] DETAIL:  Parameters: $1 = 'x', $2 = NULL
				2026-11-30 02:40:00.125 UTC [11] LOG:  execute <unnamed>: select 1
				2026-11-30 02:40:00.126 UTC [11] LOG:  statement: COMMIT
				""")).containsExactly(new Executed(11, "BEGIN", List.of()),
				new Executed(11, "select a\nfrom b\nwhere c = $1 and d = $2",
						List.of(Optional.of("x"), Optional.empty())),
				new Executed(11, "select 1", List.of()), new Executed(11, "COMMIT", List.of()));
	}

	@Test
	void takesParametersForThoseOfTheirOwnConnection() {
		assertThat(ServerLog.statements("""
				2026-11-30 02:40:00.124 UTC [11] LOG:  execute S_1: select $1
				2026-11-30 02:40:00.124 UTC [12] LOG:  execute S_2/B_0: select $1 + 1
				2026-11-30 02:40:00.124 UTC [11] DETAIL:  Parameters: $1 = 'of 11'
				2026-11-30 02:40:00.124 UTC [12] DETAIL:  Parameters: $1 = 'of 12'
				""")).extracting((each) -> each.parameters().getFirst().orElseThrow())
			.containsExactly("of 11", "of 12");
	}

	@Test
	void readsQuotesCommasAndLinesInAParameter() {
		assertThat(ServerLog.statements("""
				2026-11-30 02:40:00.124 UTC [11] LOG:  execute S_1: select $1, $2
				2026-11-30 02:40:00.124 UTC [11] DETAIL:  Parameters: $1 = 'O''Hara, $2 = ''no''', $2 = 'a
				\tb'
				""").getFirst().parameters()).containsExactly(Optional.of("O'Hara, $2 = 'no'"), Optional.of("a\nb"));
	}

	@Test
	void leavesOutWhatIsNoStatement() {
		assertThat(ServerLog.statements("""
				The files belonging to this database system will be owned by user "plaza".
				2026-11-30 02:40:00.124 UTC [11] LOG:  checkpoint starting: time
				2026-11-30 02:40:00.124 UTC [11] ERROR:  duplicate key
				2026-11-30 02:40:00.124 UTC [11] DETAIL:  Key (a)=(1) already exists.
				2026-11-30 02:40:00.124 UTC [11] LOG:  execute fetch from S_1/B_1: select 1
				2026-11-30 02:40:00.124 UTC [12] DETAIL:  Parameters: $1 = 'of nothing'
				""")).isEmpty();
	}

}
