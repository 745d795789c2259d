package city.plaza.benchmarks.pgbench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptTests {

	private static final Map<String, String> CHANGING = new LinkedHashMap<>(
			Map.of("70000101", ":bill", "00000000-0000-0000-0000-000000000001", "lpad(:resident, 32, '0')::uuid"));

	@Test
	void keepsParametersAsParametersWithTheirValues() {
		Script script = script("select a from b where c = $1 and d = $2 and e = $1;", "10:30", null);
		assertThat(script.text()).isEqualTo("select a from b where c = :s0p1 and d = null and e = :s0p1;\n");
		assertThat(script.variables()).isEqualTo(Map.of("s0p1", "10:30"));
	}

	@Test
	void writesAStatementInOneLineEach() {
		Script script = Script.of(List.of(new Executed(1, "BEGIN", List.of()), executed("select\n  1 as a"),
				new Executed(1, "COMMIT", List.of())), "\\set bill 1\n", CHANGING);
		assertThat(script.text()).isEqualTo("\\set bill 1\nBEGIN;\nselect   1 as a;\nCOMMIT;\n");
	}

	@Test
	void putsWhatChangesInThePlaceOfItsValue() {
		assertThat(script("values ($1, $2)", "70000101", "00000000-0000-0000-0000-000000000001").text())
			.isEqualTo("values (:bill, lpad(:resident, 32, '0')::uuid);\n");
	}

	/**
	 * Locks of one key would wait for each other; those of each transaction's own do not.
	 */
	@Test
	void changesAPartOfAValue() {
		Script script = script("select hash($1)", "00000000-0000-0000-0000-000000000001 key of 70000101");
		assertThat(script.text())
			.isEqualTo("select hash(((lpad(:resident, 32, '0')::uuid)::text || :s0p1_1::text || (:bill)::text));\n");
		assertThat(script.variables()).isEqualTo(Map.of("s0p1_1", " key of "));
	}

	@Test
	void keepsListsWhatTheyAre() {
		assertThat(script("any($1)", "{70000101}").text())
			.isEqualTo("any((:s0p1_0::text || (:bill)::text || :s0p1_2::text)::text[]);\n");
		assertThat(script("set answer = $1", "{\"bill\":\"70000101\"}").text()).doesNotContain("text[]");
	}

	@Test
	void namesALockByText() {
		assertThat(
				script("select pg_advisory_xact_lock(hashtextextended($1, 21))", "00000000-0000-0000-0000-000000000001")
					.text())
			.isEqualTo("select pg_advisory_xact_lock(hashtextextended((lpad(:resident, 32, '0')::uuid)::text, 21));\n");
	}

	/** pgbench refuses a variable without a value. */
	@Test
	void writesAnEmptyValueOut() {
		Script script = script("select $1", "");
		assertThat(script.text()).isEqualTo("select '';\n");
		assertThat(script.variables()).isEmpty();
	}

	private static Script script(String sql, @Nullable String... parameters) {
		return Script.of(List.of(executed(sql, parameters)), "", CHANGING);
	}

	private static Executed executed(String sql, @Nullable String... parameters) {
		return new Executed(1, sql, Arrays.stream(parameters).map(Optional::ofNullable).toList());
	}

}
