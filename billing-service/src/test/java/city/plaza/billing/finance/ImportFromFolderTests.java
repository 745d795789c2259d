package city.plaza.billing.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A file of the folder becomes one run, wherever the way there is cut off. */
@PlazaTest
class ImportFromFolderTests {

	private static final String REST = ",,EXAMPLE CUSTOMER,123 MAIN ST,ANY TOWN,IL,00000,123 MAIN ST\n";

	@TempDir
	private Path root;

	@Autowired
	private FolderTurn turn;

	@Autowired
	private ImportRuns runs;

	@Autowired
	private AcceptImport acceptImport;

	@Autowired
	private DatabaseClient database;

	private final String number = TestLedger.newNumber();

	/** Of this test alone. */
	private final String name = "customers-" + this.number + ".csv";

	private ImportFromFolder folder;

	@BeforeEach
	void open() {
		this.folder = instance();
	}

	@AfterEach
	void letImportsEnd() {
		TestLedger.awaitImports(this.database);
	}

	@Test
	void importsAFileAsIfItWereUploaded() throws IOException {
		put(this.name, TestLedger.CUSTOMERS + this.number + REST);
		assertThat(round()).isOne();
		ImportRun run = run(only("accepted"));
		assertThat(run.fileName()).isEqualTo(this.name);
		assertThat(run.by()).isEqualTo(new StaffMember(new UUID(0, 0), "import folder"));
		assertThat(run.dryRun()).isFalse();
		assertThat(run.progress().totalRows()).isOne();
		assertThat(number("""
				select count(*) from audit_entry where action = 'import-started' and role = 'system'
				    and actor is null and subject_id = '%s'
				""".formatted(run.id()))).isOne();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> number(
					"select count(*) from customer where customer_number = '%s'".formatted(this.number)) == 1);
		assertThat(round()).isZero();
	}

	@Test
	void refusesAFileWithItsReasonAndGoesOn() throws IOException {
		put("bills-" + this.number + ".csv", "number\n1\n");
		put("coins.csv", "x");
		put(this.name, TestLedger.CUSTOMERS + this.number + REST);
		assertThat(round()).isEqualTo(3);
		assertThat(files("accepted")).hasSize(1);
		assertThat(files("refused")).hasSize(4);
		assertThat(reasons()).anyMatch((text) -> text.contains("code: wrong-header"))
			.anyMatch((text) -> text.contains("code: unknown-kind"));
		assertThat(runsOf("bills-" + this.number + ".csv")).isZero();
	}

	@Test
	void takesAnyNameAndNotesAPlainOne() throws IOException {
		put("customers-" + this.number + " =$(x);\n'\u00f1.csv", TestLedger.CUSTOMERS + this.number + REST);
		assertThat(round()).isOne();
		assertThat(run(only("accepted")).fileName()).isEqualTo("customers-" + this.number + " ___x_____.csv");
	}

	/** The process was killed after it had taken the file. */
	@Test
	void takesUpAFileThatAnotherInstanceLeftBehind() throws IOException {
		ImportId id = ImportId.random();
		taken(id);
		assertThat(round()).isOne();
		assertThat(only("accepted").id()).isEqualTo(id);
		assertThat(run(only("accepted")).fileName()).isEqualTo(this.name);
	}

	/** The process was killed after the commit and before the file was put away. */
	@Test
	void importsNoFileTwiceThatIsARunAlready() throws IOException {
		ImportId id = ImportId.random();
		Path file = taken(id);
		this.acceptImport.store(id, new Upload(ImportKind.CUSTOMERS, this.name, false, file), ImportFromFolder.FOLDER)
			.block();
		// Not even where it could not be imported any more.
		Files.writeString(file, "");
		assertThat(round()).isOne();
		assertThat(only("accepted").id()).isEqualTo(id);
		assertThat(runsOf(this.name)).isOne();
	}

	/** The process was killed after the reason was written. */
	@Test
	void refusesAFileAgainWhoseReasonStandsThereAlready() throws IOException {
		ImportId id = ImportId.random();
		Files.writeString(taken(id), "");
		Files.writeString(Files.createDirectory(this.root.resolve("refused")).resolve(id + "-" + this.name + ".txt"),
				"cust");
		assertThat(round()).isOne();
		assertThat(files("refused")).hasSize(2);
		assertThat(reasons()).singleElement().asString().contains("code: empty-file");
	}

	@Test
	void twoInstancesImportEachFileOnce() throws IOException {
		for (int at = 0; at < 12; at++) {
			put("customers-%s-%02d.csv".formatted(this.number, at), TestLedger.CUSTOMERS + this.number + REST);
		}
		ImportFromFolder other = instance();
		Flux.merge(rounds(this.folder), rounds(other)).blockLast();
		assertThat(files("accepted")).hasSize(12);
		assertThat(files("taken")).isEmpty();
		assertThat(files("refused")).isEmpty();
		assertThat(
				number("select count(*) from import_run where file_name like 'customers-%s-%%'".formatted(this.number)))
			.isEqualTo(12);
	}

	@Test
	void leavesAFileToTheInstanceThatIsStoringIt() throws IOException {
		put(this.name, TestLedger.CUSTOMERS + this.number + REST);
		Sinks.One<String> stored = Sinks.one();
		Sinks.One<String> begun = Sinks.one();
		Mono<String> other = this.turn.inOne(Mono.fromRunnable(() -> begun.tryEmitValue("")).then(stored.asMono()));
		other.subscribe();
		begun.asMono().block();
		assertThat(round()).isZero();
		assertThat(files("taken")).hasSize(1);
		stored.tryEmitValue("");
		await().until(() -> round() == 1);
		assertThat(files("accepted")).hasSize(1);
	}

	@Test
	void keepsAFileWhereItsFolderFailsAndGoesOnLater() throws IOException {
		put(this.name, TestLedger.CUSTOMERS + this.number + REST);
		Path blocked = Files.writeString(this.root.resolve("accepted"), "");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::round);
		assertThat(this.root.resolve(this.name)).exists();
		Files.delete(blocked);
		assertThat(round()).isOne();
		assertThat(runsOf(this.name)).isOne();
	}

	private ImportFromFolder instance() {
		FinanceSettings limits = new FinanceSettings(DataSize.ofMegabytes(1), 100, 100, 100, 30, Duration.ofSeconds(1));
		return new ImportFromFolder(
				new ImportFolder(new FolderSettings(this.root.toString(), Duration.ofSeconds(1)), limits), this.turn,
				this.runs, this.acceptImport);
	}

	/** How many files a look into the folder took. */
	private long round() {
		return this.folder.next().repeat().takeWhile(Boolean::booleanValue).count().block();
	}

	/** Look after look, as a schedule does, until nothing is left. */
	private Flux<Boolean> rounds(ImportFromFolder instance) {
		return instance.next()
			.subscribeOn(Schedulers.boundedElastic())
			.repeat()
			.takeUntil((more) -> files("taken").isEmpty() && waiting() == 0);
	}

	private void put(String name, String content) throws IOException {
		Files.move(Files.writeString(this.root.resolve("writing.part"), content), this.root.resolve(name));
	}

	private Path taken(ImportId id) throws IOException {
		Path taken = Files.createDirectories(this.root.resolve("taken"));
		return Files.writeString(taken.resolve(id + "-" + this.name), TestLedger.CUSTOMERS + this.number + REST);
	}

	private long waiting() {
		return list(this.root).stream().filter(Files::isRegularFile).count();
	}

	private List<Path> files(String place) {
		return list(this.root.resolve(place));
	}

	private static List<Path> list(Path folder) {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private TakenFile only(String place) {
		assertThat(files(place)).hasSize(1);
		return TakenFile.of(files(place).getFirst()).orElseThrow();
	}

	private List<String> reasons() {
		return files("refused").stream()
			.filter((path) -> path.toString().endsWith(".txt"))
			.map(ImportFromFolderTests::content)
			.toList();
	}

	private static String content(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ImportRun run(TakenFile file) {
		return this.runs.find(file.id()).block();
	}

	private long runsOf(String fileName) {
		return number("select count(*) from import_run where file_name = '%s'".formatted(fileName));
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

}
