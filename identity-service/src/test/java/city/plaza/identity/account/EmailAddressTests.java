package city.plaza.identity.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "pat@example.org", "Pat.Example+bills@Mail.Example.org", "o'brien@example.org",
			"a@xn--bcher-kva.example", "x_y-z@a-b.example", "1@2.example" })
	void takesWhatMailSystemsTake(String text) {
		assertThat(EmailAddress.read(text)).hasValueSatisfying((email) -> assertThat(email.value()).isEqualTo(text));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "pat", "pat@", "@example.org", "pat@example", "pat@@example.org", "pat@exa mple.org",
			"pat @example.org", "pat@example.org, mal@example.org", "pat@example.org\r\nBcc: mal@example.org",
			"pat\u0000@example.org", "<pat@example.org>", "pat.@example.org", ".pat@example.org", "p..at@example.org",
			"pat@-example.org", "pat@example-.org", "pat@example..org", "pat@[127.0.0.1]", "\"pat mal\"@example.org",
			"pät@example.org", "pat@exämple.org" })
	void refusesEverythingElse(String text) {
		assertThat(EmailAddress.read(text)).isEmpty();
	}

	@Test
	void limitsTheLength() {
		String domain = "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(59) + ".example";
		assertThat(EmailAddress.read("l".repeat(64) + domain)).isPresent();
		assertThat(EmailAddress.read("l".repeat(65) + "@example.org")).isEmpty();
		assertThat(EmailAddress.read("l".repeat(64) + "@x" + domain.substring(1))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Pat+1@Example.org, pat@example.org", "pat@example.org, pat@example.org",
			"pat.x+y+z@example.org, pat.x@example.org", "+pat@example.org, +pat@example.org",
			"P.a.t+1@GMail.com, pat@gmail.com", "pat@googlemail.com, pat@gmail.com" })
	void knowsTheMailboxOfAnAddress(String address, String mailbox) {
		assertThat(EmailAddress.read(address).orElseThrow().mailbox()).isEqualTo(mailbox);
	}

	@Test
	void comparesWithoutCaseAndSpaceAroundIt() {
		assertThat(EmailAddress.read(" PAT@Example.ORG ").orElseThrow().comparable()).isEqualTo("pat@example.org");
	}

}
