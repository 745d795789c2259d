package city.plaza.portal;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests extends PortalTest {

	private static final String COOKIE = "__Host-plaza-language";

	private static final Pattern ENGLISH = Pattern.compile(
			"\\b(the|your|you|and|is|are|was|for|with|this|bills?|pay|payments?|account|name|date|sign|of|to|in)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SPANISH = Pattern
		.compile("\\b(el|los|las|su|sus|usted|una|para|con|esta|factura|del)\\b", Pattern.CASE_INSENSITIVE);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			es-US,es;q=0.9,en;q=0.8 |    | es
			en-US,en;q=0.9          |    | en
			fr                      |    | en
			es                      | en | en
			en                      | es | es
			es                      | xx | es
			                        | es | es
			""")
	void isTheOneChosenHereOrElseTheBrowsers(@Nullable String preferred, @Nullable String chosen, String language) {
		Page page = read("/", preferred, chosen, null);
		assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
		assertThat(page.text("h1")).isEqualTo(language.equals("es") ? "Le damos la bienvenida a Autoservicio Ciudadano"
				: "Welcome to Citizen Self Service");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/announcements", "/contact", "/other-services", "/help/example-bill",
			"/help/add-an-account", "/help/pay-a-bill", "/help/old-account", "/login-notice", "/sign-in", "/register",
			"/forgot-password", "/forgot-password/0197a000-0000-7000-8000-0000000000aa", "/account/password",
			"/account/sign-ins", "/register/0197a000-0000-7000-8000-00000000000b/confirm", "/no-such-page",
			"/link-disputes/token", "/link-disputed", "/staff-invitations/t0ken", "/staff-joined", "/bill-search",
			"/bill-search/bill", "/account", "/payments", "/payments/pay-1", "/linked-accounts", "/linked-accounts/new",
			"/linked-accounts/0197a000-0000-7000-8000-00000000000a/remove", "/customers/100234/bills",
			"/customers/100234/bills?asOf=x", "/customers/100234/bills?state=unpaid&year=2021&sort=bill-number&page=2",
			"/payments/new?bill=62826&bill=62825&bill=1",
			"/payments/new/check?bill=62826&amount=1.00&bill=62825&amount=", "/payments/new/check?bill=62826&amount=x",
			"/customers/100234", "/bills/62825", "/bills/62825/pay", "/finance", "/finance/imports",
			"/finance/imports/i-1", "/finance/exports", "/finance/exports?made=yes", "/finance/exports?postedBy=i-1",
			"/finance/exceptions", "/finance/payments", "/finance/payments?state=submitted", "/finance/payments?from=x",
			"/finance/payments/p-1", "/finance/legacy-residents", "/staff/legacy-residents",
			"/staff/legacy-residents?hinted", "/registration/acknowledgment", "/registration/contact",
			"/registration/address?from=check", "/registration/signature", "/registration/check" })
	void isOneOnEachPage(String path) {
		answerAll();
		String token = path.startsWith("/finance") ? finance()
				: path.startsWith("/staff/") ? TestTokens.staff("help-desk") : resident();
		assertThat(mixed(read(path, "es", null, token).html(), "es", ENGLISH)).isEmpty();
		assertThat(mixed(read(path, "en", null, token).html(), "en", SPANISH)).isEmpty();
	}

	@Test
	void isSwitchedAndRemembered() {
		Page page = get("/contact?a=b", null);
		Element change = page.html().selectFirst("header a[lang=es]");
		assertThat(change).isNotNull();
		assertThat(change.text()).isEqualTo("Español");
		Page switched = get(change.attr("href"), null);
		assertThat(switched.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(switched.location()).isEqualTo("/contact?a=b");
		assertThat(cookies(switched)).containsEntry(COOKIE, "es");
		assertThat(switched.headers().getFirst(HttpHeaders.SET_COOKIE)).contains("Secure", "HTTPOnly", "SameSite=Lax");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://localhost/register/7/confirm?x=1 | /register/7/confirm?x=1
			https://evil.example//evil.example/x    | /nowhere
			mailto:pat@example.org                  | /nowhere
			http://localhost/%zz                    | /nowhere
			                                        | /nowhere
			""")
	void leadsBackToThePageOfAFormThatWasSent(@Nullable String referer, String then) {
		Page page = page(this.client.post().uri("http://localhost:" + this.port + "/nowhere").headers((headers) -> {
			if (referer != null) {
				headers.set(HttpHeaders.REFERER, referer);
			}
		}).exchange().expectBody().returnResult());
		String href = page.html().select("header a[lang=es]").attr("href");
		assertThat(URI.create(href).getQuery()).isEqualTo("then=" + then);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/%5Cevil.example/..", "/\\evil.example",
			"javascript:alert(1)", "" })
	void leadsToNoOtherSite(String then) {
		Page switched = get("/language/es?then=" + then.replace("\\", "%5C").replace(":", "%3A"), null);
		assertThat(switched.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(URI.create(String.valueOf(switched.location())).getHost()).isNull();
		assertThat(switched.location()).startsWith("/").doesNotStartWith("//");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "es%0d%0aX:1", "english", "%00" })
	void isNoneThatHasNoTexts(String tag) {
		Page page = get("/language/" + tag, null);
		assertThat(page.status()).isIn(HttpStatus.NOT_FOUND, HttpStatus.BAD_REQUEST);
		assertThat(cookies(page)).doesNotContainKey(COOKIE);
	}

	@Test
	void writesDatesInWordsWhereTheyCouldBeMisread() {
		answerAll();
		assertThat(read("/bills/62825", "es", null, resident()).text("main")).contains("2 de julio de 2021", "$250.00",
				"Reclamos por daños a bienes de la ciudad (CLAIMS)");
	}

	@ParameterizedTest
	@CsvSource({ "es, , es", "es, en, en", "fr, , en" })
	void isThatOfTheEmailsToo(String preferred, @Nullable String chosen, String language) {
		answerAll();
		read("/account", preferred, chosen, resident());
		assertThat(SERVICES.asked("GET", "/api/v1/me").getFirst().header("Accept-language")).isEqualTo(language);
	}

	private void answerAll() {
		FinanceSamples.answerAll(SERVICES);
		SERVICES.on("GET", "/api/v1/registrations/legacy", Samples.CUT_OVER);
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("GET", "/api/v1/me/registration", Registrations.entered("check"));
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		SERVICES.on("GET", "/api/v1/customers/100234", Samples.CUSTOMER);
		SERVICES.on("GET", "/api/v1/customers/100234/bills", Samples.bills("2021-06-15", true, 201));
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(true, 25000, true));
		SERVICES.on("GET", "/api/v1/bills/62826", Samples.bill("62826", false, 25000, true));
		SERVICES.on("GET", "/api/v1/payments/pay-1", Samples.payment("submitted", false, "", ""));
		SERVICES.on("GET", "/api/v1/payments", Samples.payments(Samples.payment("submitted", false, "", "")));
		SERVICES.on("GET", "/api/v1/billing-summary", Samples.SUMMARY);
		SERVICES.on("GET", "/api/v1/bill-lookups/" + Samples.LOOKUP_ID, Samples.lookup(200, 25000, true));
	}

	private Page read(String path, @Nullable String preferred, @Nullable String chosen, @Nullable String token) {
		return page(this.client.get().uri("http://localhost:" + this.port + path).headers((headers) -> {
			bearer(headers, token);
			if (preferred != null) {
				headers.set(HttpHeaders.ACCEPT_LANGUAGE, preferred);
			}
		}).cookies((jar) -> {
			if (chosen != null) {
				jar.add(COOKIE, chosen);
			}
			jar.add("__Host-plaza-bill", Samples.LOOKUP_ID);
		}).exchange().expectBody().returnResult());
	}

	/**
	 * Texts in the other language, save those that say so themselves and the city's data.
	 */
	private static List<String> mixed(Document page, String language, Pattern other) {
		page.select("[lang]:not(html):not([lang=" + language + "])").remove();
		// What the ledger holds: names, addresses, descriptions of charges.
		page.select("td:not(:has(a)), code, .plaza-bill, th[scope=row]").remove();
		String text = page.text() + " " + page.select("[aria-label]").eachAttr("aria-label") + page.title();
		return other.matcher(text.replaceAll("EXAMPLE CUSTOMER|CLAIMS|ANY TOWN|MAIN ST", ""))
			.results()
			.map((match) -> text.substring(Math.max(0, match.start() - 40), Math.min(text.length(), match.end() + 20)))
			.toList();
	}

}
