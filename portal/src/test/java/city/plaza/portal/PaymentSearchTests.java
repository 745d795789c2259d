package city.plaza.portal;

import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Finance finds the payments of all residents. */
class PaymentSearchTests extends PortalTest {

	private static final String SEARCH = "/api/v1/finance/payments";

	private static final String PAYMENT = """
			{"id":"p-1","reference":"PLZ-7F3K-22AA","state":"submitted","finished":false,"failureReason":null,
			 "amount":{"amount":25000,"currency":"USD"},
			 "allocations":[{"billNumber":"62825","customerNumber":"100234","amount":{"amount":25000,"currency":"USD"}}],
			 "checkoutUrl":null,"method":{"brand":"visa","last4":"4242"},"createdAt":"2026-03-01T10:00:00Z",
			 "submittedAt":"2026-03-01T10:02:00Z"}""";

	@Test
	void asksForNothingBeforeAnythingIsTyped() {
		Page page = get("/finance/payments", finance());
		assertThat(page.html().select("form[method=get] input[name=billNumber]")).hasSize(1);
		assertThat(page.html().select("option")).hasSize(12);
		assertThat(SERVICES.asked("GET", SEARCH)).isEmpty();
	}

	@Test
	void findsPaymentsAndKeepsWhatWasTyped() {
		SERVICES.on("GET", SEARCH, Answer.json(200, "{\"items\":[" + PAYMENT + "],\"next\":\"n1\"}"));
		Page page = get("/finance/payments?billNumber=%2062825%20&state=submitted&from=2/28/2026&to=&reference=",
				finance());
		assertThat(page.text("main")).contains("PLZ-7F3K-22AA", "$250.00", "Received, to be posted");
		assertThat(page.value("#billNumber")).isEqualTo(" 62825 ");
		assertThat(page.html().select("option[selected]").attr("value")).isEqualTo("submitted");
		assertThat(SERVICES.asked("GET", SEARCH).getFirst().query())
			.contains("billNumber=62825", "state=submitted", "from=2026-02-28")
			.doesNotContain("to=", "reference=");
		String next = page.html().select("a[rel=next]").attr("href");
		assertThat(next).isEqualTo("/finance/payments?billNumber=62825&state=submitted&from=2%2F28%2F2026&cursor=n1");
		assertThat(get(next, finance()).status()).isEqualTo(HttpStatus.OK);
		assertThat(SERVICES.asked("GET", SEARCH).getLast().query()).contains("cursor=n1");
	}

	@Test
	void saysWhatIsWrongBesideTheField() {
		Page page = get("/finance/payments?from=13/13/2026&billNumber=1", finance());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#from-error")).contains("Enter a date like 6/15/2021");
		assertThat(page.value("#billNumber")).isEqualTo("1");
		assertThat(SERVICES.asked("GET", SEARCH)).isEmpty();
		SERVICES.on("GET", SEARCH, Answer.problem(422, "invalid-state"));
		assertThat(get("/finance/payments?state=gone", finance()).text("#state-error")).contains("Choose one");
	}

	/** An address of a person stands in no link, history or log. */
	@Test
	void asksIdentityWhoHasAnEmailAndPutsTheAddressNowhereElse() {
		SERVICES.on("POST", "/api/v1/residents/lookup", Answer.json(200, "{\"id\":\"r-1\"}"));
		Page found = submit("/finance/payments", "/finance/payments", finance(),
				Map.of("email", " robin@example.com "));
		assertThat(found.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(found.location()).isEqualTo("/finance/payments?resident=r-1");
		assertThat(SERVICES.asked("POST", "/api/v1/residents/lookup").getFirst().body())
			.isEqualTo("{\"email\":\"robin@example.com\"}");
		SERVICES.on("GET", SEARCH, Answer.json(200, "{\"items\":[],\"next\":null}"));
		assertThat(get(found.location(), finance()).text("main")).contains("No payment matches");
		assertThat(SERVICES.asked("GET", SEARCH).getFirst().query()).isEqualTo("residentId=r-1");
		SERVICES.on("POST", "/api/v1/residents/lookup", Answer.problem(404, "not-found"));
		Page unknown = submit("/finance/payments", "/finance/payments", finance(), Map.of("email", "x@example.com"));
		assertThat(unknown.text("#email-error")).contains("No resident signs in with this email address");
		assertThat(unknown.value("#email")).isEqualTo("x@example.com");
	}

	@Test
	void showsTheHistoryOfAPayment() {
		SERVICES.on("GET", SEARCH + "/p-1", Answer.json(200, """
				{"payment":%s,"residentId":"r-1","provider":"sandbox","postedOn":null,"history":[
				 {"at":"2026-03-01T10:00:00Z","state":"created","cause":null,"failureReason":null},
				 {"at":"2026-03-01T10:02:00Z","state":"submitted","cause":"money-taken","failureReason":null}]}"""
			.formatted(PAYMENT)));
		Page page = get("/finance/payments/p-1", finance());
		assertThat(page.text("h1")).isEqualTo("Payment PLZ-7F3K-22AA");
		assertThat(page.text("main")).contains("The resident started the payment", "The provider took the money",
				"Visa ending in 4242");
		assertThat(page.html().select("a[href='/finance/payments?resident=r-1']")).hasSize(1);
		assertThat(get("/finance/payments/p-2", finance()).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void isNotForResidents() {
		for (String path : new String[] { "/finance/payments", "/finance/payments/p-1", "/finance/imports" }) {
			assertThat(get(path, resident()).status()).isEqualTo(HttpStatus.FORBIDDEN);
		}
		assertThat(SERVICES.asked("GET", SEARCH)).isEmpty();
	}

	/** A request may be refused before anybody has looked at its token. */
	@Test
	void everyErrorPageKnowsWhoIsSignedIn() {
		assertThat(get("/finance", resident()).text("header")).contains("Robin Example");
		assertThat(get("/no-such-page", resident()).text("header")).contains("Robin Example");
		Page expired = post("/finance/exports", finance(), Map.of(), new LinkedMultiValueMap<>());
		assertThat(expired.text("h1")).isEqualTo("This page timed out");
		assertThat(expired.html().select("header a[href='/finance']")).hasSize(1);
		assertThat(get("/no-such-page", null).text("header")).contains("Login or Register");
		assertThat(get("/no-such-page", "no.token.atall").html().select("header form")).isEmpty();
	}

}
