package city.plaza.identity.legacy;

import city.plaza.identity.account.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedEmailTests {

	@ParameterizedTest
	@CsvSource({ "pat@example.com, p***t@e***.com", "PAT@Example.COM, p***t@e***.com", "p@example.com, ***@e***.com",
			"po@example.com, p***@e***.com", "pat.o.example+city@example.com, p***y@e***.com",
			"pat@mail.example.co.uk, p***t@m***.uk", "pat@x.org, p***t@x***.org",
			"o'neil_1@my-town.example, o***1@m***.example" })
	void showsTheEndsAlone(String email, String masked) {
		assertThat(MaskedEmail.of(EmailAddress.read(email).orElseThrow())).isEqualTo(masked);
	}

}
