package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each step of a file through the folder is one renaming. */
class ImportFolderTests {

	@TempDir
	private Path root;

	private ImportFolder folder;

	@BeforeEach
	void open() {
		this.folder = at(this.root);
	}

	@Test
	void takesOneFileAtATimeInTheirOrder() throws IOException {
		put("bills-1.csv", "x");
		put("customers-2.csv", "x");
		TakenFile first = this.folder.next().orElseThrow();
		assertThat(first.name()).isEqualTo("customers-2.csv");
		assertThat(first.path()).exists().hasParent(this.root.resolve("taken"));
		assertThat(first.path()).hasFileName(first.id() + "-customers-2.csv");
		assertThat(this.folder.next()).contains(first);
		assertThat(this.folder.accepted(first)).isTrue();
		assertThat(this.folder.next()).map(TakenFile::name).contains("bills-1.csv");
		assertThat(names("accepted")).containsExactly(first.id() + "-customers-2.csv");
	}

	@Test
	void leavesEverythingElseWhereItIs() throws IOException {
		put("bills.csv.part", "x");
		put(".bills.csv", "x");
		Files.createDirectory(this.root.resolve("bills-folder.csv"));
		Path elsewhere = Files.createTempFile("elsewhere", ".csv");
		Files.createSymbolicLink(this.root.resolve("bills-link.csv"), elsewhere);
		assertThat(this.folder.next()).isEmpty();
		Files.createSymbolicLink(this.root.resolve("taken").resolve(ImportId.random() + "-bills-link.csv"), elsewhere);
		assertThat(this.folder.next()).isEmpty();
		assertThat(elsewhere).exists();
		Files.delete(elsewhere);
	}

	@Test
	void putsTheReasonBesideAFileThatIsRefused() throws IOException {
		put("bills.csv", "x");
		TakenFile file = this.folder.next().orElseThrow();
		Problem problem = ImportProblems
			.of(new AcceptImport.Outcome.WrongHeader(new CsvHeader(ImportKind.BILLS, List.of("number"))));
		assertThat(this.folder.refused(file, problem)).isTrue();
		assertThat(names("refused")).containsExactly(file.id() + "-bills.csv", file.id() + "-bills.csv.txt");
		assertThat(this.root.resolve("refused").resolve(file.id() + "-bills.csv.txt")).content()
			.startsWith("bills.csv was not imported.\ncode: wrong-header\nreason: The first row must name")
			.contains("\nbill_number: missing-column, The header must name this column.\n");
	}

	@Test
	void refusesWhatIsNoFileOfOursAndWhatIsTooLarge() throws IOException {
		put("coins.csv", "x");
		assertThat(code(this.folder.next().orElseThrow())).isEqualTo("unknown-kind");
		put("bills.csv", "x".repeat(1025));
		TakenFile large = new TakenFile(ImportId.random(), "bills.csv", this.root.resolve("bills.csv"));
		assertThat(code(large)).isEqualTo("file-too-large");
	}

	@Test
	void twoInstancesTakeAFileOnceAndPutItAwayOnce() throws IOException {
		ImportFolder other = at(this.root);
		put("bills.csv", "x");
		TakenFile file = this.folder.next().orElseThrow();
		assertThat(other.next()).contains(file);
		assertThat(other.accepted(file)).isTrue();
		assertThat(this.folder.accepted(file)).isFalse();
		assertThat(this.folder.refused(file, Problem.internal())).isFalse();
		assertThat(names("refused")).isEmpty();
	}

	@Test
	void isNotMadeWhereItIsMissing() {
		Path missing = this.root.resolve("missing");
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> at(missing).next());
		assertThat(missing).doesNotExist();
	}

	@Test
	void isOffWithoutASetting() throws IOException {
		FolderSettings off = new FolderSettings("", Duration.ofSeconds(1));
		assertThat(new ImportFolder(off, limits()).next()).isEmpty();
	}

	private String code(TakenFile file) {
		ProblemException[] refused = new ProblemException[1];
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.folder.open(file))
			.satisfies((error) -> refused[0] = error);
		return refused[0].problem().code();
	}

	private void put(String name, String content) throws IOException {
		Files.writeString(this.root.resolve(name), content);
	}

	private List<String> names(String place) throws IOException {
		try (Stream<Path> all = Files.list(this.root.resolve(place))) {
			return all.map((path) -> path.getFileName().toString()).sorted().toList();
		}
	}

	private static ImportFolder at(Path path) {
		return new ImportFolder(new FolderSettings(path.toString(), Duration.ofSeconds(1)), limits());
	}

	private static FinanceSettings limits() {
		return new FinanceSettings(DataSize.ofBytes(1024), 100, 100, 100, 30, Duration.ofSeconds(1));
	}

}
