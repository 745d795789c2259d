package city.plaza.identity.legacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each way in which a row or a file can be wrong. */
class LegacyFileTests {

	private static final String GOOD = "pat@example.com,Pat,Example,(312) 555-0123,125 Main St,,Any Town,IL,62601,100234";

	@Test
	void readsWhatIsThere() {
		LegacyFile file = read(LegacyFile.class,
				LegacyFixture
					.file(" Pat@Example.com , Pat ,O'Neil,312-555-0123,125 Main St,Apt 4,any town,il,626011234,"
							+ "\" 100235  100234 100235 \"", "lee@example.com,Lee,Example,,,,,,,"));
		assertThat(file.errors()).isEmpty();
		assertThat(file.rows()).isEqualTo(2);
		LegacyPerson pat = file.people().getFirst();
		assertThat(pat.email().value()).isEqualTo("Pat@Example.com");
		assertThat(pat.familyName().value()).isEqualTo("O'Neil");
		assertThat(pat.phone()).hasFieldOrPropertyWithValue("value", "+13125550123");
		assertThat(pat.address()).hasFieldOrPropertyWithValue("line2", "Apt 4")
			.hasFieldOrPropertyWithValue("state", "IL")
			.hasFieldOrPropertyWithValue("postalCode", "62601-1234");
		assertThat(pat.customers()).containsExactly("100234", "100235");
		LegacyPerson lee = file.people().getLast();
		assertThat(lee.phone()).isNull();
		assertThat(lee.address()).isNull();
		assertThat(lee.customers()).isEmpty();
	}

	static Stream<Arguments> wrongRows() {
		return Stream.of(arguments(",Pat,Example,,,,,,,1", "email required"),
				arguments("pat,Pat,Example,,,,,,,1", "email invalid-email"),
				arguments("x".repeat(250) + "@example.com,Pat,Example,,,,,,,1", "email invalid-email"),
				arguments("pat@example.com,,,,,,,,,1", "given_name required, family_name required"),
				arguments("x".repeat(100_000) + ",Pat," + "x".repeat(100_000) + ",,,,,,," + "1".repeat(100_000),
						"email invalid-email, family_name too-long, customer_numbers invalid-number-format"),
				arguments("pat@example.com,<b>,Example,,,,,,,1", "given_name invalid-characters"),
				arguments("pat@example.com,Pat," + "x".repeat(101) + ",,,,,,,1", "family_name too-long"),
				arguments("pat@example.com,Pat,Example,12,,,,,,1", "phone invalid-phone"),
				arguments("pat@example.com,Pat,Example," + "1".repeat(5000) + ",,,,,,1", "phone invalid-phone"),
				arguments("pat@example.com,Pat,Example,(312) 555-0123 ext. 4,,,,,,1", "phone phone-extension"),
				arguments("pat@example.com,Pat,Example,,125 Main St,,,,,1",
						"city required, state required, postal_code required"),
				arguments("pat@example.com,Pat,Example,,,Apt 4,Any Town,IL,62601,1", "address_line1 required"),
				arguments("pat@example.com,Pat,Example,," + "x".repeat(101) + ",,Any Town,IL,62601,1",
						"address_line1 too-long"),
				arguments("pat@example.com,Pat,Example,,125 Main St,<i>,Any Town,IL,62601,1",
						"address_line2 invalid-characters"),
				arguments("pat@example.com,Pat,Example,,125 Main St,,Any Town,XX,62601,1", "state unknown-choice"),
				arguments("pat@example.com,Pat,Example,,125 Main St,,Any Town,IL,626,1", "postal_code invalid-zip"),
				arguments("pat@example.com,Pat,Example,,Unit 1,,APO,IL,62601,1", "state military-state"),
				arguments("pat@example.com,Pat,Example,,Unit 1,,Any Town,AE,62601,1", "city military-city"),
				arguments("pat@example.com,Pat,Example,,,,,,,10;20", "customer_numbers invalid-number-format"),
				arguments("pat@example.com,Pat,Example,,,,,,," + "1".repeat(41),
						"customer_numbers invalid-number-format"),
				arguments("pat@example.com,Pat,Example,,,,,,,"
						+ IntStream.rangeClosed(1, 101).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
						"customer_numbers too-many"),
				arguments("pat@example.com,Pat,Example,,,,,,", "row wrong-column-count"),
				arguments("pat@example.com,Pat,Example,,,,,,,1,2", "row wrong-column-count"),
				arguments("=1+1@example.com,@SUM(A1),-2+3,=A1,+1,-1,=x,=IL,=62601,=1",
						"email formula, given_name formula, family_name formula, phone formula, address_line1 formula, "
								+ "address_line2 formula, city formula, state formula, postal_code formula, "
								+ "customer_numbers formula"));
	}

	@ParameterizedTest
	@MethodSource("wrongRows")
	void namesEachWrongColumnOfARowAndTakesTheOthers(String row, String errors) {
		LegacyFile file = read(LegacyFile.class, LegacyFixture.file(GOOD, row));
		assertThat(file.people()).hasSize(1);
		assertThat(file.rejected()).isEqualTo(1);
		assertThat(file.errors()).allSatisfy((error) -> assertThat(error.line()).isEqualTo(3))
			.allSatisfy((error) -> assertThat(error.detail()).endsWith("."))
			.extracting((error) -> error.column() + " " + error.code())
			.isEqualTo(List.of(errors.split(", ")));
	}

	@Test
	void quotesTheBeginningOfALongValue() {
		LegacyFile file = read(LegacyFile.class,
				LegacyFixture.file("\uD83C\uDFE0".repeat(200) + ",Pat,Example,,,,,,,1"));
		assertThat(file.errors().getFirst().value()).isEqualTo("\uD83C\uDFE0".repeat(80) + "\u2026");
	}

	@Test
	void takesAnAddressOnce() {
		LegacyFile file = read(LegacyFile.class, LegacyFixture.file(GOOD, "", GOOD.toUpperCase(Locale.ROOT)));
		assertThat(file.people()).hasSize(1);
		assertThat(file.errors()).singleElement()
			.hasFieldOrPropertyWithValue("line", 4L)
			.hasFieldOrPropertyWithValue("code", "duplicate-row");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void readsFilesOfAllSystems(String end) {
		String text = "\uFEFF" + LegacyFixture.HEADER + end + GOOD + end + "lee@example.com,Lee,Example,,,,,,,1" + end;
		assertThat(read(LegacyFile.class, text).people()).hasSize(2);
	}

	@Test
	void takesTheColumnsInAnyOrder() {
		LegacyFile file = read(LegacyFile.class,
				"customer_numbers,postal_code,state,city,address_line2,address_line1,phone,family_name,given_name,email\n"
						+ "7,,,,,,,Example,Pat,pat@example.com");
		assertThat(file.people().getFirst().customers()).containsExactly("7");
		assertThat(file.people().getFirst().givenName().value()).isEqualTo("Pat");
	}

	@Test
	void namesTheColumnsThatTheHeaderLacksRepeatsOrMakesUp() {
		Header header = read(LegacyFile.Outcome.WrongHeader.class, "email,email,mail\n1,2,3").header();
		assertThat(ImportProblems.of(new LegacyFile.Outcome.WrongHeader(header)).errors())
			.extracting((error) -> error.field() + " " + error.code())
			.contains("given_name missing-column", "email repeated-column", "mail unknown-column");
		read(LegacyFile.Outcome.WrongHeader.class, LegacyFixture.HEADER.replace(',', ';') + "\n" + GOOD);
		read(LegacyFile.Outcome.WrongHeader.class, LegacyFixture.HEADER + ",more\n");
	}

	@ParameterizedTest
	@CsvSource({ "Empty, ''", "Empty, '\n\n'", "Empty, '\uFEFF'" })
	void takesNothingForAFile(String outcome, String text) {
		assertThat(LegacyFile.read(text.getBytes(StandardCharsets.UTF_8)).getClass().getSimpleName())
			.isEqualTo(outcome);
	}

	@Test
	void readsAFileOfNothingButItsHeader() {
		assertThat(read(LegacyFile.class, LegacyFixture.HEADER).rows()).isZero();
	}

	@Test
	void refusesWhatIsNoCsvOrNotUtf8() {
		assertThat(read(LegacyFile.Outcome.Malformed.class, LegacyFixture.file(GOOD, "\"open,Pat")).line())
			.isEqualTo(3);
		assertThat(LegacyFile.read(
				LegacyFixture.file("pat@example.com,Jos\u00e9,Example,,,,,,,1").getBytes(StandardCharsets.ISO_8859_1)))
			.isInstanceOf(LegacyFile.Outcome.WrongEncoding.class);
		assertThat(LegacyFile.read(LegacyFixture.file(GOOD).getBytes(StandardCharsets.UTF_16)))
			.isInstanceOf(LegacyFile.Outcome.WrongEncoding.class);
	}

	private static <T> T read(Class<T> type, String text) {
		LegacyFile.Outcome outcome = LegacyFile.read(text.getBytes(StandardCharsets.UTF_8));
		Object found = (outcome instanceof LegacyFile.Outcome.Read(var file) && type == LegacyFile.class) ? file
				: outcome;
		assertThat(found).isInstanceOf(type);
		return type.cast(found);
	}

}
