package city.plaza.billing.finance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.DecimalAmount;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PendingLine;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves in a file and comes back in one is the same. */
class FilesRoundTripTests {

	private static final String[] PIECES = { "a", "Z", "0", " ", ",", "\"", "\"\"", "\r", "\n", "\r\n", ";", "\t",
			"\u00E9", "\u20AC", "\uD83C\uDF33", "\u202E", "'", "=", "\u00A0", "\uFEFF", "#" };

	private static final Instant THEN = Instant.parse("2026-03-02T15:20:00Z");

	@TempDir
	private Path folder;

	static LongStream seeds() {
		return LongStream.range(0, 60);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void everyFieldIsReadAsItWasWrittenButForSpaceAroundIt(long seed) throws IOException {
		Random random = new Random(seed);
		List<List<String>> written = new ArrayList<>();
		StringWriter text = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().build(text)) {
			csv.writeRecord(ImportKind.POSTINGS.columns());
			for (int row = 0; row < 30; row++) {
				List<String> fields = Stream.generate(() -> field(random)).limit(6).toList();
				csv.writeRecord(fields);
				written.add(fields.stream().map(String::strip).toList());
			}
		}
		try (CsvFile file = new CsvFile(file(text.toString().getBytes(StandardCharsets.UTF_8)), ImportKind.POSTINGS)) {
			assertThat(file.header().isRight()).isTrue();
			List<List<String>> read = new ArrayList<>();
			int line = 1;
			for (Row row : file.rows()) {
				read.add(row.fields());
				assertThat(row.line()).isGreaterThan(line);
				assertThat(row.key()).isEqualTo(row.fields().get(2));
				line = row.line();
			}
			assertThat(read).isEqualTo(written);
		}
	}

	/** Whatever number an import has taken, finance can post by the one of the export. */
	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aNumberThatWasImportedIsExportedAsItIs(long seed) {
		Random random = new Random(seed);
		String number = number(random);
		Row row = new Row(2, "", List.of("", "", number, "", "", ""), false);
		assertThat(new RowReader(ImportKind.POSTINGS, row, "USD").newNumber("bill_number", 40)).isEqualTo(number);
		Money amount = new Money(random.nextLong(1, 100_000_000_000L), "USD");
		List<String> cells = read(ExportWebPayments.write(List.of(new PendingLine(PaymentReference.next(),
				new BillNumber(number), new CustomerNumber(number), amount, THEN)), false));
		assertThat(cells.subList(1, 3)).containsExactly(number, number);
		assertThat(DecimalAmount.parse(cells.get(3), cells.get(4))).hasValue(amount.amount());
		assertThat(Instant.parse(cells.get(5))).isEqualTo(THEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=\"x\",1" })
	void whatWouldRunInASpreadsheetIsText(String number) {
		List<String> cells = read(ExportWebPayments.write(List.of(new PendingLine(new PaymentReference(number),
				new BillNumber(number), new CustomerNumber(number), new Money(-5, "USD"), THEN)), false));
		assertThat(cells).containsExactly("'" + number, "'" + number, "'" + number, "'-0.05", "USD", THEN.toString());
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void findsTheFirstLineThatIsNotUtf8(long seed) throws IOException {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder();
		for (int at = random.nextInt(20_000); at >= 0; at--) {
			text.append((random.nextInt(20) == 0) ? "\n" : PIECES[random.nextInt(PIECES.length)]);
		}
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		for (int broken = random.nextInt(3); broken > 0; broken--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		assertThat(Encoding.firstWrongLine(file(bytes))).isEqualTo(expected(bytes));
	}

	@Test
	void knowsACharacterThatIsCutAtEveryPlaceOfABuffer() throws IOException {
		for (int before = 16_380; before <= 16_390; before++) {
			String start = "x".repeat(before - 1) + "\n";
			byte[] tree = "\uD83C\uDF33".getBytes(StandardCharsets.UTF_8);
			for (int kept = 0; kept <= tree.length; kept++) {
				ByteBuffer bytes = ByteBuffer.allocate(before + kept);
				bytes.put(start.getBytes(StandardCharsets.UTF_8)).put(tree, 0, kept);
				assertThat(Encoding.firstWrongLine(file(bytes.array()))).as("%d + %d", before, kept)
					.isEqualTo((kept % 4 == 0) ? OptionalInt.empty() : OptionalInt.of(2));
			}
		}
	}

	/** Each line on its own: no character spans the end of one. */
	private static OptionalInt expected(byte[] bytes) {
		int line = 1;
		int start = 0;
		for (int at = 0; at <= bytes.length; at++) {
			if (at == bytes.length || bytes[at] == '\n' || bytes[at] == '\r') {
				if (!isUtf8(ByteBuffer.wrap(bytes, start, at - start))) {
					return OptionalInt.of(line);
				}
				boolean isSecondOfTwo = at > 0 && at < bytes.length && bytes[at] == '\n' && bytes[at - 1] == '\r';
				line += isSecondOfTwo ? 0 : 1;
				start = at + 1;
			}
		}
		return OptionalInt.empty();
	}

	private static boolean isUtf8(ByteBuffer bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(bytes);
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static List<String> read(String csv) {
		try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
			return reader.stream().findFirst().orElseThrow().getFields();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String field(Random random) {
		StringBuilder text = new StringBuilder();
		for (int at = random.nextInt(8); at > 0; at--) {
			text.append(PIECES[random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

	/** Any number that an import takes. */
	private static String number(Random random) {
		String first = "ABCXYZabcxyz0123456789";
		String others = first + " ._-";
		StringBuilder text = new StringBuilder().append(first.charAt(random.nextInt(first.length())));
		for (int at = random.nextInt(38); at > 0; at--) {
			text.append(others.charAt(random.nextInt(others.length())));
		}
		return text.append('9').toString();
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(this.folder.resolve("file.csv"), content);
	}

}
