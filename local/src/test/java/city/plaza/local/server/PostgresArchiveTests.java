package city.plaza.local.server;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresArchiveTests {

	private static final List<String> ARCHIVES = List.of("postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz",
			"postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz", "postgres-windows-x86_64.txz");

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, postgres-linux-x86_64.txz", "Linux, aarch64, postgres-linux-arm_64.txz",
			"Mac OS X, aarch64, postgres-darwin-arm_64.txz", "Mac OS X, x86_64, postgres-darwin-x86_64.txz" })
	void hasANameForEverySystemThatPlazaRunsOn(String system, String processor, String archive) {
		assertThat(PostgresArchive.nameFor(system, processor)).isEqualTo(archive).isIn(ARCHIVES);
	}

	@Test
	void isThereForThisSystemAndForNoOther() {
		String ours = PostgresArchive.nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
		assertThat(ARCHIVES).filteredOn((archive) -> PostgresArchive.class.getResource("/" + archive) != null)
			.containsExactly(ours);
	}

}
