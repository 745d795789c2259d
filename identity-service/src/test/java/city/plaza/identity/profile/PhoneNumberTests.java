package city.plaza.identity.profile;

import city.plaza.identity.profile.PhoneNumber.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(312) 555-0123    | +13125550123  | (312) 555-0123
			312.555.0123      | +13125550123  | (312) 555-0123
			1-312-555-0123    | +13125550123  | (312) 555-0123
			+1 312 555 0123   | +13125550123  | (312) 555-0123
			787-555-0123      | +17875550123  | (787) 555-0123
			+52 55 5123 4567  | +525551234567 | +52 55 5123 4567
			+44 20 7946 0018  | +442079460018 | +44 20 7946 0018
			""")
	void isKeptAsE164AndShownAsPeopleWriteIt(String typed, String kept, String shown) {
		assertThat(PhoneNumber.read(typed)).isInstanceOfSatisfying(Reading.Read.class, (read) -> {
			assertThat(read.number().value()).isEqualTo(kept);
			assertThat(read.number().formatted()).isEqualTo(shown);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "911", "555-0123", "312 555 012", "31255501234567", "+999 1234567", "(123) 456-7890",
			"900-555-0123", "312-555-0123; drop table", "<script>", "+", "\0", "tel:" })
	void isNoneThatDoesNotExistOrCostsExtra(String typed) {
		assertThat(PhoneNumber.read(typed)).isInstanceOf(Reading.Invalid.class);
	}

	@Test
	void isNoneOfEndlessLength() {
		assertThat(PhoneNumber.read("3".repeat(41))).isInstanceOf(Reading.Invalid.class);
		assertThat(PhoneNumber.read("3".repeat(60_000))).isInstanceOf(Reading.Invalid.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "312-555-0123 ext 45", "312-555-0123 x45", "+1 312 555 0123;ext=45" })
	void losesNoExtensionInSilence(String typed) {
		assertThat(PhoneNumber.read(typed)).isInstanceOf(Reading.WithExtension.class);
	}

	@Test
	void isNotLogged() {
		assertThat(new PhoneNumber("+13125550123").toString()).doesNotContain("0123");
	}

}
