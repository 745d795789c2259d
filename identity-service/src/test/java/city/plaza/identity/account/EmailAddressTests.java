package city.plaza.identity.account;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	/** Makes addresses often enough that some are found among random texts. */
	private static final String ALPHABET = "aaaaaaB1+.-@@@..... ,<\n\u00e9";

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
			"pät@example.org", "pat@exämple.org", "pat@127.0.0.1", "pat@example.1", "pat@example.org.",
			"pat@example.org\u0000", "pat@example.org\nx", "pat\r\n@example.org", "pat@example\u3002org",
			"pat@\uff45xample.org", "pat\uff20example.org", "\u202epat@example.org", "pat@example.org\u200b",
			"\ud83e\udda2@example.org", "\ud83e@example.org", "pat@example.org;mal@example.org", "pat:x@example.org",
			"pat(comment)@example.org", "pat\\@example.org", "mailto:pat@example.org", "pat@example_x.org",
			"pat%00@example..org", "@", "@@", ".", "pat@.org", "pat@org.", "\"pat\"@example.org" })
	void refusesEverythingElse(String text) {
		assertThat(EmailAddress.read(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pat@3com.example", "pat@mail.4u", "pat@1.2.3.a4", "pat@xn--p1ai.xn--p1ai" })
	void takesDomainsWithDigitsWhereTheLastPartIsNoNumber(String text) {
		assertThat(EmailAddress.read(text)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\t", "\n", "\r\n", "\u2003", "\u3000", "\u2028" })
	void forgivesSpaceAroundIt(String space) {
		assertThat(EmailAddress.read(space + "pat@example.org" + space)).contains(new EmailAddress("pat@example.org"));
	}

	@ParameterizedTest
	@CsvSource({ "63, true", "64, false" })
	void limitsAPartOfTheDomain(int length, boolean taken) {
		assertThat(EmailAddress.read("pat@" + "d".repeat(length) + ".example").isPresent()).isEqualTo(taken);
	}

	@ParameterizedTest
	@CsvSource({ "254, true", "255, false" })
	void limitsTheWhole(int length, boolean taken) {
		String labels = ".d".repeat(length);
		String text = ("pat@d" + labels).substring(0, length - 4) + "exam";
		assertThat(text).hasSize(length);
		assertThat(EmailAddress.read(text).isPresent()).isEqualTo(taken);
	}

	/** A pattern that tries all ways to cut it up would not come to an end. */
	@ParameterizedTest
	@ValueSource(strings = { "a", "a.", ".a", "a@", "a-", "-", "!", "a@b.", "\u0130" })
	void judgesTheLongestTextsAtOnce(String unit) {
		assertThat(EmailAddress.read(unit.repeat(200_000))).isEmpty();
		assertThat(EmailAddress.read(unit.repeat(254 / unit.length()) + " ")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void comparesAlikeInEveryLanguageOfTheSystem(SystemLanguage language) {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(language.locale);
			assertThat(new EmailAddress("PAT.IRIS@EXAMPLE.INFO").comparable()).isEqualTo("pat.iris@example.info");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	/** Turkish and Lithuanian have small letters of their own for I. */
	enum SystemLanguage {

		ENGLISH("en"), TURKISH("tr"), LITHUANIAN("lt");

		private final Locale locale;

		SystemLanguage(String tag) {
			this.locale = Locale.forLanguageTag(tag);
		}

	}

	@Test
	void readsAgainWhatItHasRead() {
		Random random = new Random(20260302);
		for (int round = 0; round < 2_000; round++) {
			String text = random.ints(1 + random.nextInt(20), 0, ALPHABET.length())
				.mapToObj((at) -> String.valueOf(ALPHABET.charAt(at)))
				.collect(Collectors.joining());
			EmailAddress.read(text).ifPresent((email) -> {
				assertThat(EmailAddress.read(email.value())).contains(email);
				assertThat(EmailAddress.read(email.comparable())).isPresent();
				assertThat(new EmailAddress(email.mailbox()).mailbox()).as("the mailbox of %s", email)
					.isEqualTo(email.mailbox());
				assertThat(email.value()).startsWith(email.localPart() + "@").doesNotContainPattern("[\\s<>,;:]");
			});
		}
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
			"P.a.t+1@GMail.com, pat@gmail.com", "pat@googlemail.com, pat@gmail.com",
			"p.a.t@mail.gmail.com, p.a.t@mail.gmail.com", "pat++@example.org, pat@example.org",
			"+@example.org, +@example.org", "a.b.c@googlemail.com, abc@gmail.com" })
	void knowsTheMailboxOfAnAddress(String address, String mailbox) {
		assertThat(EmailAddress.read(address).orElseThrow().mailbox()).isEqualTo(mailbox);
	}

	@Test
	void comparesWithoutCaseAndSpaceAroundIt() {
		assertThat(EmailAddress.read(" PAT@Example.ORG ").orElseThrow().comparable()).isEqualTo("pat@example.org");
	}

}
