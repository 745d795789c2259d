package city.plaza.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import city.plaza.notification.city.CitySettings;
import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.NoticeId;
import city.plaza.notification.notice.Subjects;
import city.plaza.notification.notice.Template;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import city.plaza.platform.messages.Messages;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.Translations;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

class WriteMailTests {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<]+");

	private static final String DISPUTE = "https://plaza.example/link-disputes/40718293";

	private static final CitySettings CITY = new CitySettings(new LocalText("City of Fairhaven", "Ciudad de Fairhaven"),
			ZoneId.of("America/Chicago"));

	private static final Messages MESSAGES = new Messages("messages");

	private final WriteMail writeMail = new WriteMail(MESSAGES, new Subjects(MESSAGES, CITY), new OpenSeal(),
			JsonMapper.shared(), CITY, "https://plaza.example",
			Clock.fixed(Instant.parse("2026-03-02T15:04:05Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@EnumSource
	void writesEveryTemplateAsTextAndHtml(Template template) {
		Mail mail = write(template, "Pat");
		for (String body : new String[] { mail.text(), mail.html() }) {
			assertThat(body).contains("City of Fairhaven", "https://plaza.example")
				.doesNotContain(" th:", "[(", "[#", "[/]", "null", "${");
		}
		assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\"", "</html>");
		assertThat(mail.text().lines()).noneMatch((line) -> line.length() > 400);
	}

	@ParameterizedTest
	@EnumSource
	void linksToPlazaAlone(Template template) {
		Mail mail = write(template, "Pat");
		assertThat(LINK.matcher(mail.text() + mail.html()).results().map((link) -> link.group()))
			.allMatch((link) -> link.equals("https://plaza.example") || link.startsWith("https://plaza.example/"));
	}

	@ParameterizedTest
	@EnumSource
	void writesToEachReaderInOneLanguage(Template template) {
		Mail mail = write(template, "Pat", parameters(template), Language.SPANISH);
		assertThat(mail.html()).contains("<html lang=\"es\"", "Ciudad de Fairhaven", "no responda");
		assertThat(mail.subject() + mail.text() + Jsoup.parse(mail.html()).text())
			.doesNotContainPattern("(?i)\\b(the|your|you|and|is|are|for|with|this|bill|payment|customer linked)\\b");
		assertThat(mail.subject()).isNotEqualTo(write(template, "Pat").subject());
		assertThat(mail.from()).isEqualTo("Ciudad de Fairhaven");
		assertThat(write(template, "Pat").from()).isEqualTo("City of Fairhaven");
	}

	@Test
	void countsInSpanish() {
		String parameters = parameters(Template.VERIFICATION_CODE);
		assertThat(write(Template.VERIFICATION_CODE, null, parameters, Language.SPANISH).text())
			.contains("Sirve durante 10 minutos (vence: 9:14 a.\u00a0m.) y una sola vez.");
		assertThat(
				write(Template.PAYMENT_RECEIPT, "Pat", parameters(Template.PAYMENT_RECEIPT), Language.SPANISH).text())
			.contains("Hola, Pat:", "Pagado el 2 de marzo de 2026 con Visa terminada en 4242.");
	}

	@Test
	void hasEachTextInEachLanguage() {
		Translations.areComplete("messages");
	}

	@Test
	void showsTheCodeAndHowLongItWorks() {
		Mail mail = write(Template.VERIFICATION_CODE, null);
		assertThat(mail.text()).startsWith("Your code is")
			.contains("    40718293\n", "It works for 10 minutes, until 9:14 AM, and only once.");
		assertThat(mail.html()).contains(">40718293</p>", "for 10 minutes, until 9:14 AM").doesNotContain("Pat");
		assertThat(mail.subject()).doesNotContain("40718293");
		assertThat(mail.toString()).doesNotContain("40718293", "pat@example.org");
	}

	@ParameterizedTest
	@CsvSource({ "password_reset, Your code to reset your password is",
			"email_change, Your code to confirm your new email",
			"account_proof, Your code to confirm that this account", "something_new, Your code is" })
	void saysWhatTheCodeIsFor(String purpose, String words) {
		String parameters = parameters(Template.VERIFICATION_CODE).replaceFirst("\\{",
				"{\"purpose\":\"" + purpose + "\",");
		Mail mail = write(Template.VERIFICATION_CODE, null, parameters);
		assertThat(mail.text()).startsWith(words);
		assertThat(mail.html()).contains(words);
	}

	@Test
	void showsInASentenceThatACodeWorksForLessThanAMinute() {
		String parameters = parameters(Template.VERIFICATION_CODE).replace("15:14:05", "15:04:35");
		assertThat(write(Template.VERIFICATION_CODE, null, parameters).text())
			.contains("It works for less than a minute, until 9:04 AM, and only once.");
	}

	@Test
	void showsHowToDisputeALinkOfAnother() {
		Mail mail = write(Template.LINKED_BY_ANOTHER, "Pat");
		assertThat(mail.text()).contains("on 3/2/2026", "before 4/1/2026", "    " + DISPUTE + "\n");
		assertThat(mail.html()).contains("href=\"" + DISPUTE + "\"");
	}

	@Test
	void showsHowToJoinTheStaff() {
		Mail mail = write(Template.STAFF_INVITATION, null);
		String link = "https://plaza.example/staff-invitations/40718293";
		assertThat(mail.subject()).isEqualTo("Join the staff of City of Fairhaven");
		assertThat(mail.text()).contains("    " + link + "\n", "until 3/5/2026");
		assertThat(mail.html()).contains("href=\"" + link + "\"");
	}

	@Test
	void greetsByTheNameOnFileAndSaysWhereToRegister() {
		Mail mail = write(Template.LEGACY_HINT, null);
		assertThat(mail.subject()).isEqualTo("Your account for paying city bills");
		assertThat(mail.text()).startsWith("Hello Pat,\n").contains("    https://plaza.example/register\n");
		assertThat(mail.html()).contains(">Hello Pat,</p>", "href=\"https://plaza.example/register\"");
		assertThat(mail.text() + mail.html()).doesNotContain("pat@example.com");
	}

	@Test
	void greetsOnceAndByTheResidentsOwnName() {
		Mail mail = write(Template.LEGACY_HINT, "Patricia");
		assertThat(mail.text()).startsWith("Hello Patricia,\n").doesNotContain("Pat,");
		assertThat(mail.html()).containsOnlyOnce("Hello ").contains("Hello Patricia,");
	}

	@Test
	void writesANameOnFileAsNoMarkup() {
		String parameters = JsonMapper.shared()
			.writeValueAsString(Map.of("givenName", "<a href=\"x\">No</a> [[${1+1}]]"));
		Mail mail = write(Template.LEGACY_HINT, null, parameters);
		assertThat(mail.text()).startsWith("Hello <a href=\"x\">No</a> [[${1+1}]],\n");
		assertThat(mail.html()).contains("Hello &lt;a href=&quot;x&quot;&gt;No&lt;/a&gt; [[${1+1}]],");
	}

	@Test
	void showsOnAReceiptWhatWasPaidAndThatItIsPending() {
		Mail mail = write(Template.PAYMENT_RECEIPT, "Pat");
		assertThat(mail.text()).contains("Hello Pat,", "PLZ-7K4M-92QX", "Bill 62825, customer 100234: $250.00",
				"Total: $250.00", "Paid on 3/2/2026 by Visa ending in 4242.", "pending until the city posts it");
		assertThat(mail.html()).contains("PLZ-7K4M-92QX", "62825", "$250.00", "pending until the city posts it");
	}

	@Test
	void writesAReceiptWithoutACardToo() {
		String parameters = GoldenSamples.sample("billing.payments", "PaymentSubmitted")
			.replaceAll("(?s)\"method\": \\{.*?},", "");
		assertThat(write(Template.PAYMENT_RECEIPT, "Pat", parameters).text()).contains("Paid on 3/2/2026.");
	}

	@Test
	void saysWhyAPaymentFailed() {
		assertThat(write(Template.PAYMENT_FAILED, "Pat").text()).contains("$250.00 did not go through: your bank",
				"No payment was made");
		String other = parameters(Template.PAYMENT_FAILED).replace("\"declined\"", "\"struck-by-lightning\"");
		assertThat(write(Template.PAYMENT_FAILED, "Pat", other).text()).contains("did not go through. No payment");
	}

	@Test
	void letsNobodyWriteMarkup() {
		Mail mail = write(Template.PAYMENT_POSTED, "<b onclick=\"x\">Pat</b> ${1+1} [[${1+1}]]");
		assertThat(mail.html()).contains("&lt;b onclick=&quot;x&quot;&gt;Pat&lt;/b&gt; ${1+1} [[${1+1}]]");
		assertThat(mail.text()).contains("<b onclick=\"x\">Pat</b> ${1+1} [[${1+1}]]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\n", "\r", "\n\r\n", "\t", "\u0000", "\u007f", "\u0085", "\u2028", "\u2029" })
	void keepsTheSubjectOnOneLine(String lineBreak) {
		String parameters = JsonMapper.shared()
			.writeValueAsString(Map.of("customerNumber", "1" + lineBreak + "Bcc: everybody@example.org", "customerName",
					"EXAMPLE CUSTOMER"));
		assertThat(write(Template.ACCOUNT_LINKED, "Pat", parameters).subject())
			.isEqualTo("You linked customer 1 Bcc: everybody@example.org");
	}

	/** Some words are "no" to the template engine, and some people are called so. */
	@ParameterizedTest
	@ValueSource(strings = { "No", "no", "Off", "False", "false", "Zo\u00eb", "\u674e", "\u0645\u062d\u0645\u062f",
			"O'Brien", "J. R.", "\ud842\udfb7\u7530" })
	void greetsEverybodyByName(String givenName) {
		Mail mail = write(Template.PAYMENT_POSTED, givenName);
		assertThat(mail.text()).startsWith("Hello " + givenName + ",\n");
		assertThat(mail.html()).contains("Hello " + givenName.replace("'", "&#39;") + ",");
	}

	/** A hint has the name on file: no resident is behind the address yet. */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEGACY_HINT")
	void greetsNobodyWhoseNameIsNotKnown(Template template) {
		Mail mail = write(template, null);
		assertThat(mail.text() + mail.html()).doesNotContain("Hello").doesNotContain("Pat");
		assertThat(mail.text()).matches("(?s)\\S.*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x>", "ACME & SONS", "[(${1+1})]", "[[${1+1}]]",
			"__${1+1}__", "${p}", "#{key}", "@{/x}", "~{x}", "</section></body>" })
	void writesNamesOnFileAsTheyAreAndAsNoMarkup(String name) {
		String parameters = parameters(Template.ACCOUNT_LINKED).replace("EXAMPLE CUSTOMER", name.replace("\"", "\\\""));
		Mail mail = write(Template.ACCOUNT_LINKED, "Pat", parameters);
		assertThat(mail.text()).contains(name);
		assertThat(mail.html()).contains(HtmlUtils.htmlEscape(name)).doesNotContain("<script", "<img");
	}

	private Mail write(Template template, @Nullable String givenName) {
		return write(template, givenName, parameters(template));
	}

	private Mail write(Template template, @Nullable String givenName, String parameters) {
		return write(template, givenName, parameters, Language.ENGLISH);
	}

	private Mail write(Template template, @Nullable String givenName, String parameters, Language language) {
		String code = switch (template) {
			case VERIFICATION_CODE, LINKED_BY_ANOTHER, EMAIL_CHANGED, STAFF_INVITATION -> "40718293";
			default -> null;
		};
		return this.writeMail.write(new DueNotice(new NoticeId(UUID.randomUUID()), template, "email", null,
				"pat@example.org", givenName, language, parameters, code, null, 1, Instant.EPOCH, false));
	}

	private static String parameters(Template template) {
		return switch (template) {
			case VERIFICATION_CODE ->
				"""
						{"verificationId":"0198c0de-0000-7000-8000-000000000005","givenName":"Pat","expiresAt":"2026-03-02T15:14:05Z"}""";
			case ADDRESS_ALREADY_REGISTERED, NO_ACCOUNT_TO_RESET -> "{}";
			case SECURITY_CHANGED -> GoldenSamples.sample("identity.security", "SecurityChanged")
				.replace("sign-in-method-added", "sign_in_method_added");
			case EMAIL_CHANGED -> GoldenSamples.sample("identity.security", "EmailChangeNoticeRequested")
				.replace("changeId", "verificationId");
			case LEGACY_HINT -> GoldenSamples.sample("identity.security", "LegacyHintRequested");
			case STAFF_INVITATION -> GoldenSamples.sample("identity.verification", "StaffInvited")
				.replace("\"invitationId\"", "\"verificationId\"");
			case ACCOUNT_LINKED -> GoldenSamples.sample("account-link.links", "AccountLinked");
			case ACCOUNT_UNLINKED -> GoldenSamples.sample("account-link.links", "AccountUnlinked");
			case LINKED_BY_ANOTHER -> GoldenSamples.sample("account-link.links", "LinkNoticeRequested")
				.replace("\"disputeId\"", "\"verificationId\"");
			case LINK_SUSPENDED, LINK_DISPUTED -> GoldenSamples.sample("account-link.links", "AccountLinkSuspended");
			case PAYMENT_RECEIPT -> GoldenSamples.sample("billing.payments", "PaymentSubmitted");
			case PAYMENT_FAILED -> GoldenSamples.sample("billing.payments", "PaymentFailed");
			case PAYMENT_POSTED -> GoldenSamples.sample("billing.payments", "PaymentPosted");
		};
	}

	/** Seals nothing: the code stands open. */
	static class OpenSeal implements Seal {

		@Override
		public String close(String plain, String context) {
			return plain;
		}

		@Override
		public String open(String sealed, String context) {
			return sealed;
		}

	}

}
