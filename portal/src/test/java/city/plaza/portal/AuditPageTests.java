package city.plaza.portal;

import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.StubServices.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators look the audit trails of the services up. */
class AuditPageTests extends PortalTest {

	private static final String IDENTITY = "/api/v1/staff/audit-entries";

	private static final String BILLING = "/api/v1/finance/audit-entries";

	private static final String ACCOUNT = "0198c0de-0000-7000-8000-000000000040";

	private static final String ENTRIES = """
			{"items":[{"sequence":42,"recordedAt":"2026-03-02T15:04:05Z","actor":"%s","role":"resident",
			  "action":"sign-in-failed","subjectType":"account","subjectId":"%s","client":"192.0.2.1",
			  "outcome":"failed","details":{"failures":6}},
			 {"sequence":41,"recordedAt":"2026-03-02T15:04:00Z","actor":null,"role":"system",
			  "action":"of-a-later-version","subjectType":"account","subjectId":"<b>x</b>","client":null,
			  "outcome":"succeeded","details":{}}],"next":"n1"}""".formatted(ACCOUNT, ACCOUNT);

	@Test
	void showsTheNewestEntriesOfAccounts() {
		SERVICES.on("GET", IDENTITY, Answer.json(200, ENTRIES));
		Page page = get("/staff/audit", administrator());
		assertThat(page.text("table")).contains("42", "Sign-in failed several times", "Failed", "failures: 6",
				"192.0.2.1", "of-a-later-version", "<b>x</b>");
		assertThat(page.html().select("a[rel=next]").attr("href")).isEqualTo("/staff/audit?cursor=n1");
	}

	@Test
	void searchesAndKeepsWhatWasTyped() {
		SERVICES.on("GET", BILLING, Answer.json(200, ENTRIES));
		Page page = get("/staff/audit?trail=billing&action=export-made&actor=" + ACCOUNT
				+ "&subject=%20e-1&from=3/2/2026&to=3/2/2026", administrator());
		assertThat(SERVICES.asked("GET", BILLING).getFirst().query()).contains("action=export-made", "actor=" + ACCOUNT,
				"subject=e-1", "from=2026-03-02T06:00:00Z", "until=2026-03-03T06:00:00Z");
		assertThat(page.html().select("#trail option[selected]").attr("value")).isEqualTo("billing");
		assertThat(page.html().select("#action option[selected]").attr("value")).isEqualTo("export-made");
		assertThat(get(page.html().select("a[rel=next]").attr("href"), administrator()).status())
			.isEqualTo(HttpStatus.OK);
		assertThat(SERVICES.asked("GET", BILLING).getLast().query()).contains("cursor=n1", "from=2026-03-02T06:00:00Z");
	}

	@Test
	void asksNothingWhereSomethingIsWrong() {
		Page page = get("/staff/audit?from=13/13/2026&actor=kim", administrator());
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#from-error")).contains("Enter a date");
		assertThat(page.text("#actor-error")).contains("whole account number");
		assertThat(SERVICES.asked("GET", IDENTITY)).isEmpty();
	}

	private static String administrator() {
		return TestTokens.staff("administrator");
	}

}
