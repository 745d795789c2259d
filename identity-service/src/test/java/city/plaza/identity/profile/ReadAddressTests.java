package city.plaza.identity.profile;

import city.plaza.identity.profile.ReadAddress.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			123 Main St      | Any Town    | IL | 62601      | 62601
			' 123  Main St ' | San Juan    | pr | 009011234  | 00901-1234
			PSC 3 Box 4120   | apo         | AE | 09021-0001 | 09021-0001
			Unit 100100      | DPO         | AA | 34001      | 34001
			1 Rue d'Été #5   | Hagåtña     | GU | 96910 1234 | 96910-1234
			12½ 3rd St, Bsmt | St. Paul's  | MN | 55101      | 55101
			""")
	void takesStatesTerritoriesAndTheMilitary(String line1, String city, String state, String zip, String kept) {
		assertThat(ReadAddress.read(line1, null, city, state, zip)).isInstanceOfSatisfying(Outcome.Accepted.class,
				(accepted) -> {
					assertThat(accepted.address().postalCode()).isEqualTo(kept);
					assertThat(accepted.address().state()).isUpperCase();
					assertThat(accepted.address().line1()).doesNotContain("  ")
						.isEqualTo(accepted.address().line1().strip());
					assertThat(accepted.address().line2()).isNull();
				});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			-                | - | Any Town | IL | 62601 | line1 required
			'  '             | - | Any Town | IL | 62601 | line1 required
			#-,              | - | Any Town | IL | 62601 | line1 invalid-characters
			<b>1 Main</b>    | - | Any Town | IL | 62601 | line1 invalid-characters
			1 Main St        | <script> | Any Town | IL | 62601 | line2 invalid-characters
			1 Main St        | - | -        | IL | 62601 | city required
			1 Main St        | - | Any Town | -  | 62601 | state required
			1 Main St        | - | Any Town | XX | 62601 | state unknown-choice
			1 Main St        | - | Any Town | Illinois | 62601 | state unknown-choice
			1 Main St        | - | Any Town | IL | -     | postalCode required
			1 Main St        | - | Any Town | IL | 6260  | postalCode invalid-zip
			1 Main St        | - | Any Town | IL | 62601-12 | postalCode invalid-zip
			1 Main St        | - | Any Town | IL | K1A 0B1  | postalCode invalid-zip
			1 Main St        | - | Any Town | IL | ６２６０１  | postalCode invalid-zip
			PSC 3            | - | APO      | IL | 09021 | state military-state
			PSC 3            | - | Any Town | AE | 09021 | city military-city
			""")
	void namesTheFieldAtFault(@Nullable String line1, @Nullable String line2, @Nullable String city,
			@Nullable String state, @Nullable String zip, String error) {
		assertThat(ReadAddress.read(line1, line2, city, state, zip)).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.errors()).extracting((each) -> each.field() + " " + each.code())
					.containsExactly(error));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 Main\nSt", "1 Main\0St", "1 Main\u202ESt", "1 Main\u200BSt" })
	void takesNoLineBreaksAndNothingThatHides(String line) {
		assertThat(ReadAddress.read(line, null, "Any Town", "IL", "62601")).isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void limitsEachLine() {
		assertThat(ReadAddress.read("1".repeat(100), "2".repeat(100), "c".repeat(60), "IL", "62601"))
			.isInstanceOf(Outcome.Accepted.class);
		assertThat(ReadAddress.read("1".repeat(101), "2".repeat(101), "c".repeat(61), "IL", "6".repeat(50_000)))
			.isInstanceOfSatisfying(Outcome.Refused.class, (refused) -> assertThat(refused.errors()).extracting("code")
				.containsExactly("too-long", "too-long", "too-long", "invalid-zip"));
	}

	@Test
	void isNotLogged() {
		assertThat(new PostalAddress("1 Main St", null, "Any Town", "IL", "62601").toString()).doesNotContain("Main");
	}

}
