package city.plaza.accountlink.customer;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameOnFileTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EXAMPLE CUSTOMER        | EXAMPLE CUSTOMER
			EXAMPLE CUSTOMER        | example customer
			EXAMPLE CUSTOMER        | '  Example   Customer  '
			EXAMPLE CUSTOMER        | 'Example\u00a0Customer'
			EXAMPLE CUSTOMER        | 'Exam\u200bple Customer'
			SMITH, JOHN             | SMITH, JOHN
			SMITH, JOHN             | Smith,John
			SMITH, JOHN             | John Smith
			SMITH, JOHN             | Smith John
			JOHN SMITH              | Smith, John
			SMITH, JOHN ALAN        | John Alan Smith
			VAN DER BERG, ANNA      | Anna van der Berg
			SMITH, JOHN JR          | John Smith Jr.
			SMITH, JOHN, JR         | John Smith, Jr
			SMITH, JOHN JR          | Smith, John, Jr.
			JOHN SMITH, III         | John Smith III
			DOE, JANE & JOHN        | Jane and John Doe
			O'BRIEN, MARY           | Mary OBrien
			O'BRIEN, MARY           | Mary O’Brien
			SMITH-JONES, ANN        | Ann Smith Jones
			ST. MARY'S CHURCH       | St Marys Church
			ACME, INC.              | Acme Inc
			ACME INC                | Acme, Inc.
			J.P. FREIGHT CO.        | JP Freight Co
			A & B HARDWARE          | A and B Hardware
			JOSE NUNEZ              | José Núñez
			JOSÉ NÚÑEZ              | Jose Nunez
			STRASSE GMBH            | Straße GmbH
			SOREN LODZ              | Søren Łodz
			ＥＸＡＭＰＬＥ CUSTOMER   | Example Customer
			7TH STREET LOFTS        | 7th Street Lofts
			ΑΛΕΞΗΣ                  | Αλέξης
			O'BRIEN, MARY           | Mary O´Brien
			O'BRIEN, MARY           | Mary O`Brien
			O'BRIEN, MARY           | Mary O′Brien
			O'BRIEN, MARY           | Mary O‛Brien
			KAAHUMANU, JO           | Jo Kaʻahumanu
			GUDMUNDUR JONSSON       | Guðmundur Jónsson
			GHAR HSIENI             | Għar Ħsieni
			STRASSE GMBH            | STRAẞE GMBH
			ISIK, INCI              | İnci Işık
			NGUYEN, THI             | Thị Nguyễn
			ÆRØSKØBING              | Aeroskobing
			SMITH, JOHN             | '\u202dJohn Smith\u202c'
			ΑΛΕΞΗΣ ΣΟΦΟΣ            | αλέξης σοφος
			КУЗНЕЦОВА, АННА         | анна кузнецова
			김, 민준                  | 민준 김
			""")
	void forgivesForm(String onFile, String typed) {
		assertThat(NameOnFile.of(onFile).isSameAs(NameOnFile.of(typed))).isTrue();
		assertThat(NameOnFile.of(typed).isSameAs(NameOnFile.of(onFile))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EXAMPLE CUSTOMER        | EXAMPLE
			EXAMPLE CUSTOMER        | CUSTOMER
			EXAMPLE CUSTOMER        | EXAMPLE CUSTOMER TWO
			EXAMPLE CUSTOMER        | EXAMPLE CUSTOMERS
			EXAMPLE CUSTOMER        | EXAMPEL CUSTOMER
			EXAMPLE CUSTOMER        | EXAMPLECUSTOMER
			EXAMPLE CUSTOMER        | CUSTOMER EXAMPLE
			EXAMPLE CUSTOMER        | EXAMPLE%
			EXAMPLE CUSTOMER        | .*
			SMITH, JOHN             | J Smith
			SMITH, JOHN             | J. Smith
			SMITH, JOHN             | Smith
			SMITH, JOHN             | Smith, J
			SMITH, JOHN             | JOHN, SMITH
			SMITH, JOHN             | John A Smith
			SMITH, JOHN A           | John Smith
			SMITH, JOHN JR          | John Smith
			SMITH, JOHN JR          | John Smith Sr
			JOHN SMITH              | Smith John
			DOE, JANE & JOHN        | Jane Doe
			ACME, INC.              | Acme
			ACME, INC.              | Acme LLC
			J P MORGAN              | JP Morgan
			SMITH, JOHN             | Јohn Smith
			O'BRIEN, MARY           | Mary O Brien
			ACME, INC.              | Inc Acme
			A AND B                 | A or B
			''                      | EXAMPLE CUSTOMER
			EXAMPLE CUSTOMER        | ''
			EXAMPLE CUSTOMER        | ','
			""")
	void neverForgivesIdentity(String onFile, String typed) {
		assertThat(NameOnFile.of(onFile).isSameAs(NameOnFile.of(typed))).isFalse();
		assertThat(NameOnFile.of(typed).isSameAs(NameOnFile.of(onFile))).isFalse();
	}

	@Test
	void matchesNoNameWithoutWords() {
		assertThat(NameOnFile.of("., -").isSameAs(NameOnFile.of("!"))).isFalse();
		assertThat(NameOnFile.of("").isSameAs(NameOnFile.of(""))).isFalse();
	}

	@Test
	void aLoneSuffixIsAName() {
		assertThat(NameOnFile.of("CO").isSameAs(NameOnFile.of("co."))).isTrue();
		assertThat(NameOnFile.of("CO").isSameAs(NameOnFile.of("INC"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SMITH, JOHN | john smith
			SMITH, JOHN | SMITH JOHN
			O'BRIEN, M. | m obrien
			""")
	void countsTriesOfAllFormsUnderOneKey(String one, String other) {
		assertThat(NameOnFile.of(one).key()).isEqualTo(NameOnFile.of(other).key()).isNotBlank();
	}

	/** Same names share a counter, whatever order and marks they are written with. */
	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void agreesWithItselfWhateverIsCompared(int seed) {
		List<String> words = List.of("Smith", "JOHN", "o'Brien", "Ærø", "&", ",", "Jr.", "INC", "", "-", "de", "Zoë",
				"II");
		Random random = new Random(seed);
		List<String> texts = Stream
			.generate(() -> random.ints(random.nextInt(5), 0, words.size())
				.mapToObj(words::get)
				.collect(Collectors.joining(" ")))
			.limit(120)
			.toList();
		for (String one : texts) {
			NameOnFile name = NameOnFile.of(one);
			assertThat(name.isSameAs(NameOnFile.of(one))).as("itself: %s", one).isEqualTo(!name.key().isEmpty());
			assertThat(NameOnFile.of(one.toLowerCase(Locale.ROOT)).key()).as(one).isEqualTo(name.key());
			for (String other : texts) {
				boolean same = name.isSameAs(NameOnFile.of(other));
				assertThat(NameOnFile.of(other).isSameAs(name)).as("%s and %s", one, other).isEqualTo(same);
				assertThat(!same || NameOnFile.of(other).key().equals(name.key())).as("%s and %s", one, other).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", ",", "Jr ", "a, ", ".", "& ", "\ufdfa", "\u0301", "\ud83e\udda2" })
	void comparesTheLongestTextsAtOnce(String unit) {
		NameOnFile name = NameOnFile.of(unit.repeat(200));
		assertThat(name.isSameAs(NameOnFile.of("EXAMPLE CUSTOMER"))).isFalse();
	}

	@Test
	void countsTriesOfOtherNamesApart() {
		assertThat(NameOnFile.of("John Smith").key()).isNotEqualTo(NameOnFile.of("Jane Smith").key());
	}

}
