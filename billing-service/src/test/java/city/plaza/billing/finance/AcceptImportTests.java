package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;

import city.plaza.billing.TestLedger;
import city.plaza.billing.audit.Audit;
import city.plaza.billing.finance.AcceptImport.Outcome;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file is read once; where it is refused, wherever it goes wrong, nothing of it stays.
 */
@PlazaTest
class AcceptImportTests {

	private static final int MOST_ROWS = 5_000;

	private static final String ROW = "x,,NAME,1 OAK,ANY TOWN,IL,00000,1 OAK\n";

	@TempDir
	private Path folder;

	@Autowired
	private StagedRows staged;

	@Autowired
	private ImportRuns runs;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Audit audit;

	@Autowired
	private DatabaseClient database;

	private final ImportId id = ImportId.random();

	private AcceptImport accept;

	@BeforeEach
	void limit() {
		FinanceSettings settings = new FinanceSettings(DataSize.ofMegabytes(1), MOST_ROWS, 2000, 200, 30,
				Duration.ofSeconds(1));
		this.accept = new AcceptImport(this.staged, this.runs, this.transactions, settings, this.audit,
				Clock.systemUTC());
	}

	@AfterEach
	void letImportsEnd() {
		TestLedger.awaitImports(this.database);
	}

	@Test
	void takesAsManyRowsAsAllowedAndNotOneMore() throws IOException {
		assertThat(accepted(TestLedger.CUSTOMERS + ROW.repeat(MOST_ROWS + 1)))
			.isEqualTo(new Outcome.TooManyRows(MOST_ROWS));
		assertThat(kept()).isZero();
		assertThat(accepted(TestLedger.CUSTOMERS + ROW.repeat(MOST_ROWS))).isInstanceOfSatisfying(
				Outcome.Accepted.class,
				(accepted) -> assertThat(accepted.run().progress().totalRows()).isEqualTo(MOST_ROWS));
	}

	@Test
	void keepsNothingOfAFileThatIsNoCsvAtItsEnd() throws IOException {
		assertThat(accepted(TestLedger.CUSTOMERS + ROW.repeat(4_500) + "\"" + ROW))
			.isEqualTo(new Outcome.MalformedFile(4_502));
		assertThat(kept()).isZero();
	}

	@Test
	void keepsNothingOfAFileInAnotherEncodingWhateverElseIsWrong() throws IOException {
		for (String header : new String[] { TestLedger.CUSTOMERS, "number\n", "\uFEFF" + TestLedger.CUSTOMERS, "\"" }) {
			Path file = Files.writeString(this.folder.resolve("file.csv"), header + ROW.repeat(4_500));
			Files.write(file, new byte[] { 'N', (byte) 0xFC }, StandardOpenOption.APPEND);
			assertThat(accepted(file)).isInstanceOf(Outcome.WrongEncoding.class);
			assertThat(kept()).isZero();
		}
	}

	private Outcome accepted(String content) throws IOException {
		return accepted(Files.write(this.folder.resolve("file.csv"), content.getBytes(StandardCharsets.UTF_8)));
	}

	private Outcome accepted(Path file) {
		Upload upload = new Upload(ImportKind.CUSTOMERS, "file.csv", true, file);
		return this.accept.accept(this.id, upload, new StaffMember(this.id.value(), "Kim Finance")).block();
	}

	private long kept() {
		return this.database.sql("""
				select (select count(*) from import_line where import_id = :id)
				    + (select count(*) from import_run where id = :id) as kept
				""").bind("id", this.id.value()).map((row) -> row.get("kept", Long.class)).one().block();
	}

}
