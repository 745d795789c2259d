package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TakenFileTests {

	@ParameterizedTest
	@CsvSource({ "bills.csv, BILLS", "bills-2026-11-30.csv, BILLS", "BILLS-1.CSV, BILLS", "customers-.csv, CUSTOMERS",
			"postings-a.b c.csv, POSTINGS", "adjustments-ñ.csv, ADJUSTMENTS", "coins.csv,", "bills2026.csv,",
			"bills_1.csv,", "bills.2026.csv,", "my-bills.csv,", "-bills.csv,", ".csv," })
	void knowsTheKindByTheName(String name, ImportKind kind) {
		assertThat(TakenFile.kindOf(name).orElse(null)).isEqualTo(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bills.csv", "BILLS.CSV", "coins.csv" })
	void takesWhatEndsAsAFileOfRows(String name) {
		assertThat(TakenFile.mayBeTaken(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bills.csv.part", "bills", ".bills.csv", ".bills-1.csv.Xq2", "bills.csv~", "readme.txt" })
	void leavesAloneWhatIsStillWritten(String name) {
		assertThat(TakenFile.mayBeTaken(name)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "bills-1.csv, bills-1.csv", "bills-año 1.CSV, bills-a_o 1.CSV",
			"'bills-=1\\\"&;|$(x).csv', bills-_1_______x_.csv", "bills-\uD83C\uDF33.csv, bills-_.csv" })
	void givesAPlainNameFromWhichTheFileIsKnownAgain(String name, String plain) {
		ImportId id = ImportId.random();
		String given = TakenFile.nameOf(id, name);
		assertThat(given).isEqualTo(id + "-" + plain);
		Path path = Path.of("taken", given);
		assertThat(TakenFile.of(path)).contains(new TakenFile(id, plain, path));
		assertThat(TakenFile.kindOf(plain)).contains(ImportKind.BILLS);
	}

	@Test
	void keepsLineEndsOutOfNames() {
		assertThat(TakenFile.nameOf(ImportId.random(), "bills-\r\n1.csv")).endsWith("-bills-__1.csv");
	}

	@Test
	void cutsANameThatWouldBeTooLongForADisk() {
		String given = TakenFile.nameOf(ImportId.random(), "bills-" + "x".repeat(245) + ".csv");
		assertThat(given).hasSize(37 + 150);
		assertThat(TakenFile.of(Path.of(given)).map(TakenFile::name).flatMap(TakenFile::kindOf))
			.contains(ImportKind.BILLS);
	}

	@Test
	void knowsOnlyWhatWasTaken() {
		assertThat(TakenFile.of(Path.of("taken", "bills.csv"))).isEmpty();
		assertThat(TakenFile.of(Path.of("taken", ImportId.random().toString()))).isEmpty();
	}

	@Test
	void putsCustomersBeforeTheirBillsAndThesePostingsOfThem() {
		List<String> names = Stream
			.of("coins.csv", "adjustments.csv", "postings.csv", "bills-2.csv", "bills-1.csv", "customers-9.csv")
			.sorted(TakenFile.ORDER)
			.toList();
		assertThat(names).containsExactly("customers-9.csv", "bills-1.csv", "bills-2.csv", "postings.csv",
				"adjustments.csv", "coins.csv");
	}

}
