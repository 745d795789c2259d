package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvFileTests {

	private static final String HEADER = "posting_reference,payment_reference,bill_number,posted_on,amount,currency";

	@TempDir
	private Path folder;

	@Test
	void readsRowsWithTheirLineInTheFile() throws IOException {
		List<Row> rows = rows(HEADER + "\r\nA,,1,2021-06-01,1.00,USD\r\n\r\n\"B\n2\",,2, 2021-06-02 ,1.00,USD\nC,,3\n");

		assertThat(rows).extracting(Row::line).containsExactly(2, 4, 6);
		assertThat(rows).extracting(Row::key).containsExactly("1", "2", "3");
		assertThat(rows.get(1).fields()).containsExactly("B\n2", "", "2", "2021-06-02", "1.00", "USD");
		assertThat(rows.get(2).fields()).containsExactly("C", "", "3");
	}

	@Test
	void passesOverAByteOrderMark() throws IOException {
		assertThat(rows("\uFEFF" + HEADER + "\nA,,1,2021-06-01,1.00,USD\n")).hasSize(1);
		assertThat(rows("\uFEFF\"posting_reference\"" + HEADER.substring(17) + "\nA,,1,2021-06-01,1.00,USD\n"))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "A,,1,2021-06-01,1.00,USD",
			"posting_reference;payment_reference;bill_number;posted_on;amount;currency", HEADER + ",extra" })
	void knowsAWrongHeader(String content) throws IOException {
		try (CsvFile file = open(content)) {
			assertThat(file.header().isRight()).isFalse();
		}
	}

	@Test
	void reportsWhereItStopsBeingCsv() {
		String unclosed = HEADER + "\nA,,1,2021-06-01,1.00,USD\n\"B,,1,2021-06-01,1.00,USD\n" + "x,y\n".repeat(9_000);

		assertThatExceptionOfType(MalformedFileException.class).isThrownBy(() -> rows(unclosed))
			.satisfies((error) -> assertThat(error.line()).isEqualTo(3));
	}

	private List<Row> rows(String content) throws IOException {
		List<Row> rows = new ArrayList<>();
		try (CsvFile file = open(content)) {
			assertThat(file.header().isRight()).isTrue();
			file.rows().forEach(rows::add);
		}
		return rows;
	}

	private CsvFile open(String content) throws IOException {
		Path file = Files.write(this.folder.resolve("file.csv"), content.getBytes(StandardCharsets.UTF_8));
		return new CsvFile(file, ImportKind.POSTINGS);
	}

}
