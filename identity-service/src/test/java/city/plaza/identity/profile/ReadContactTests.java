package city.plaza.identity.profile;

import java.util.List;

import city.plaza.identity.profile.ReadContact.Outcome;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadContactTests {

	@Test
	void takesThePreferenceWithItsPhone() {
		assertThat(ReadContact.read("text-message", "312 555 0123", "es")).isEqualTo(new Outcome.Accepted(
				new ContactDetails(ContactPreference.TEXT_MESSAGE, new PhoneNumber("+13125550123"), Language.SPANISH)));
	}

	@Test
	void takesEmailAndMailWithoutOne() {
		for (String preference : List.of("email", "mail")) {
			assertThat(ReadContact.read(preference, " ", "")).isInstanceOfSatisfying(Outcome.Accepted.class,
					(accepted) -> assertThat(accepted.contact().phone()).isNull());
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			-            | -            | -  | preference required
			''           | 312 555 0123 | en | preference required
			pigeon       | -            | en | preference unknown-choice
			EMAIL        | -            | en | preference unknown-choice
			phone        | -            | en | phone required
			text-message | ' '          | en | phone required
			phone        | 123          | en | phone invalid-phone
			email        | 123          | en | phone invalid-phone
			email        | 312 555 0123 x5 | en | phone phone-extension
			email        | -            | fr | language unknown-choice
			""")
	void namesTheFieldAtFault(@Nullable String preference, @Nullable String phone, @Nullable String language,
			String error) {
		assertThat(ReadContact.read(preference, phone, language)).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.errors()).extracting((each) -> each.field() + " " + each.code())
					.containsExactly(error));
	}

	@Test
	void namesAllFieldsAtOnce() {
		assertThat(ReadContact.read("x", "y", "z")).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.errors()).extracting("field")
					.containsExactly("preference", "phone", "language"));
	}

}
