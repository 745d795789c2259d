package city.plaza.portal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The search for a bill without an account. */
class LookupTests extends PortalTest {

	private static final String LOOKUPS = "/api/v1/bill-lookups";

	private static final String REMEMBERED = "__Host-plaza-bill-search";

	private static final String FOUND = "__Host-plaza-bill";

	@BeforeEach
	void issueABill() {
		SERVICES.on("POST", LOOKUPS, Samples.lookup(201, 25000, false));
		SERVICES.on("GET", LOOKUPS + "/" + Samples.LOOKUP_ID, Samples.lookup(200, 25000, false));
	}

	@Test
	void asksForTwoNumbersAndSaysWhatIsRemembered() {
		Page page = get("/bill-search", null);
		assertThat(page.html().select("main label").eachText()).containsExactly("Customer number *", "Bill number *",
				"Remember these values");
		assertThat(page.html().select("#remember").attr("aria-describedby")).isEqualTo("remember-hint");
		assertThat(page.text("#remember-hint")).contains("your own device", "kept in this browser",
				"uncheck the box and search again");
		assertThat(page.html().select("#remember[checked]")).isEmpty();
		assertThat(page.html().select("main a").eachAttr("href")).contains("/help/example-bill", "/login-notice");
		for (String path : new String[] { "/", "/sign-in" }) {
			assertThat(get(path, null).html().select("main a").eachAttr("href")).as(path).contains("/bill-search");
		}
	}

	@Test
	void leadsToTheBillByAnAddressThatSaysNothing() {
		Page sent = search(Map.of(), "100234", "62825", null);
		assertThat(sent.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(sent.location()).isEqualTo("/bill-search/bill");
		assertThat(SERVICES.asked("POST", LOOKUPS).getFirst().body()).contains("\"customerNumber\":\"100234\"",
				"\"billNumber\":\"62825\"");
		assertThat(cookies(sent)).containsEntry(FOUND, Samples.LOOKUP_ID).doesNotContainKey(REMEMBERED);
		assertThat(sent.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(FOUND + "=")
				.contains("; Max-Age=")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax")
				.doesNotContain("Domain"));
	}

	@Test
	void showsTheBillAgainAndAgainAndHowToPay() {
		for (int reload = 0; reload < 2; reload++) {
			Page page = found(Map.of(FOUND, Samples.LOOKUP_ID), null);
			assertThat(page.status()).isEqualTo(HttpStatus.OK);
			assertThat(page.headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
			assertThat(page.text("h1")).isEqualTo("Bill 62825");
			assertThat(page.text("main")).contains("$250.00", "7/2/2021", "Past due", "DAMAGED LIGHT",
					"Claims for damage to city property (CLAIMS)", "To pay online, you need an account.");
			assertThat(page.html().select("main a").eachAttr("href")).contains("/login-notice?then=/manage-bills",
					"/register");
			assertThat(page.text("main")).doesNotContain("100234", "EXAMPLE CUSTOMER");
		}
	}

	@Test
	void leadsAResidentToTheLinkOfTheAccount() {
		Page page = found(Map.of(FOUND, Samples.LOOKUP_ID), resident());
		assertThat(page.html().select("main a").eachAttr("href")).contains("/linked-accounts/new", "/manage-bills")
			.doesNotContain("/register");
	}

	@ParameterizedTest
	@CsvSource({ "0, false, This bill is paid.", "25000, true, A pending web payment exists." })
	void offersNoPaymentWhereThereIsNothingToPay(long unpaid, boolean pending, String text) {
		SERVICES.on("GET", LOOKUPS + "/" + Samples.LOOKUP_ID, Samples.lookup(200, unpaid, pending));
		Page page = found(Map.of(FOUND, Samples.LOOKUP_ID), null);
		assertThat(page.text("main")).contains(text).doesNotContain("How to pay");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1", "../payments", "%2e%2e/me", "x%0d%0ay",
			"'or+1=1", "" })
	void showsNothingToAForgedOrOldCookie(String id) {
		Page page = found(Map.of(FOUND, id), null);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/bill-search?ended");
		assertThat(page.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(FOUND + "=;").contains("Max-Age=0"));
		assertThat(get("/bill-search?ended", null).text("main")).contains("Enter the numbers again");
		assertThat(SERVICES.asked("GET", "/api/v1/me")).isEmpty();
	}

	@Test
	void showsNothingToABrowserThatHasNotFoundIt() {
		assertThat(get("/bill-search/bill", null).location()).isEqualTo("/bill-search?ended");
		assertThat(SERVICES.asked("GET", LOOKUPS + "/" + Samples.LOOKUP_ID)).isEmpty();
	}

	@Test
	void closesTheBillOnASharedComputer() {
		Page shown = found(Map.of(FOUND, Samples.LOOKUP_ID), null);
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("_csrf", shown.value("form[action='/bill-search/close'] input[name=_csrf]"));
		Page closed = post("/bill-search/close", null, cookies(shown), form);
		assertThat(closed.location()).isEqualTo("/bill-search?closed");
		assertThat(closed.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(FOUND + "=;").contains("Max-Age=0"));
		assertThat(get("/bill-search?closed", null).text("main")).contains("The bill is closed on this device.");
	}

	@Test
	void remembersOnThisDeviceWhatLedToABill() {
		Page sent = search(Map.of(), " 100234 ", "62825", "true");
		assertThat(sent.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith(REMEMBERED + "=")
				.contains("Max-Age=34560000")
				.containsIgnoringCase("; Secure; HttpOnly; SameSite=Lax"));
		Page again = shown(Map.of(REMEMBERED, String.valueOf(cookies(sent).get(REMEMBERED))));
		assertThat(again.value("#customerNumber")).isEqualTo("100234");
		assertThat(again.value("#billNumber")).isEqualTo("62825");
		assertThat(again.html().select("#remember[checked]")).hasSize(1);
	}

	@Test
	void remembersNothingWrong() {
		SERVICES.on("POST", LOOKUPS, Answer.problem(422, "no-such-bill"));
		Page refused = search(Map.of(), "1", "2", "true");
		assertThat(cookies(refused)).doesNotContainKey(REMEMBERED);
		assertThat(refused.html().select("#remember[checked]")).hasSize(1);
	}

	@Test
	void forgetsAtOnceWhereTheBoxIsNotChecked() {
		for (Answer answer : new Answer[] { Samples.lookup(201, 1, false), Answer.problem(422, "no-such-bill") }) {
			SERVICES.on("POST", LOOKUPS, answer);
			Page sent = search(Map.of(REMEMBERED, encoded("100234\n62825")), "100234", "62825", null);
			assertThat(sent.headers().getOrEmpty(HttpHeaders.SET_COOKIE))
				.anySatisfy((cookie) -> assertThat(cookie).startsWith(REMEMBERED + "=;").contains("Max-Age=0"));
		}
	}

	@Test
	void takesNothingForRememberedThatItDidNotKeep() {
		for (String forged : new String[] { "%%%", encoded("one"), encoded("a\nb\nc"), encoded("1".repeat(41) + "\n2"),
				"A".repeat(3000), encoded("\n") }) {
			Page page = shown(Map.of(REMEMBERED, forged));
			assertThat(page.status()).isEqualTo(HttpStatus.OK);
			assertThat(page.value("#customerNumber")).isEmpty();
		}
		Page page = shown(Map.of(REMEMBERED, encoded("\"><script>alert(1)\n客户")));
		assertThat(page.html().select("main script")).isEmpty();
		assertThat(page.value("#customerNumber")).isEqualTo("\"><script>alert(1)");
		assertThat(page.value("#billNumber")).isEqualTo("客户");
	}

	@ParameterizedTest
	@CsvSource({ "60, 1 hour", "3601, 2 hours", "86400, 24 hours" })
	void saysForHowLongTheSearchIsStopped(String seconds, String wait) {
		SERVICES.on("POST", LOOKUPS,
				Answer.problem(429, "{\"code\":\"too-many-lookups\"}", Map.of("Retry-After", seconds)));
		Page page = search(Map.of(), "100234", "62825", null);
		assertThat(page.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(page.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(seconds);
		assertThat(page.text("#customerNumber-error")).contains("Sign in to see your bills", wait);
		assertThat(page.value("#customerNumber")).isEqualTo("100234");
	}

	@Test
	void refusesAFormOfAnotherSite() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("customerNumber", "100234");
		form.set("billNumber", "62825");
		for (String path : new String[] { "/bill-search", "/bill-search/close" }) {
			assertThat(post(path, null, Map.of(), form).status()).isEqualTo(HttpStatus.FORBIDDEN);
		}
		assertThat(SERVICES.asked("POST", LOOKUPS)).isEmpty();
	}

	@Test
	void asksWhenBillingIsDown() {
		SERVICES.on("GET", LOOKUPS + "/" + Samples.LOOKUP_ID, Answer.problem(500, "internal-error"));
		Page page = found(Map.of(FOUND, Samples.LOOKUP_ID), null);
		assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(cookies(page)).doesNotContainKey(FOUND);
	}

	/** As a browser sends it: a box that is not checked is not sent. */
	private Page search(Map<String, String> cookies, String customer, String bill, @Nullable String remember) {
		Page shown = get("/bill-search", null);
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("_csrf", shown.value("form[action='/bill-search'] input[name=_csrf]"));
		form.set("customerNumber", customer);
		form.set("billNumber", bill);
		if (remember != null) {
			form.set("remember", remember);
		}
		Map<String, String> all = new HashMap<>(cookies);
		all.putAll(cookies(shown));
		return post("/bill-search", null, all, form);
	}

	private Page shown(Map<String, String> cookies) {
		return with("/bill-search", cookies, null);
	}

	private Page found(Map<String, String> cookies, @Nullable String token) {
		return with("/bill-search/bill", cookies, token);
	}

	private Page with(String path, Map<String, String> cookies, @Nullable String token) {
		return page(this.client.get()
			.uri(path)
			.headers((headers) -> bearer(headers, token))
			.cookies((jar) -> cookies.forEach(jar::add))
			.exchange()
			.expectBody()
			.returnResult());
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
