package city.plaza.billing.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What finance does stands in the trail, and administrators alone read it. */
@PlazaTest
class AuditTests {

	private static final String TRAIL = "/api/v1/finance/audit-entries";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestLedger ledger;

	private final String finance = TestTokens.staff("finance");

	private final String administrator = TestTokens.staff("administrator");

	@Test
	void notesImports() {
		this.ledger.customer();
		assertThat(actions("select action from audit_entry where action = 'import-started' and role = 'finance'"))
			.isNotEmpty();
	}

	@Test
	void notesSearchesWithoutTheirValues() throws Exception {
		String bill = "b-" + UUID.randomUUID();
		get("/api/v1/finance/payments?billNumber=" + bill, this.finance).expectStatus().isOk();
		List<Map<String, Object>> rows = rowsOf(this.finance);
		assertThat(rows).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("action", "payments-searched")
				.containsEntry("details", "{\"by\":\"bill\",\"found\":0}"));
		assertThat(rows.toString()).doesNotContain(bill);
	}

	@Test
	void notesDownloads() throws Exception {
		get("/api/v1/finance/exports/web-payments", this.finance).expectStatus().isOk();
		assertThat(rowsOf(this.finance)).extracting((row) -> row.get("action")).containsExactly("web-payments-read");
	}

	@Test
	void isReadByAdministratorsAloneWhoSeeNoPayments() {
		get(TRAIL, this.finance).expectStatus().isForbidden();
		get(TRAIL, TestTokens.staff("help-desk")).expectStatus().isForbidden();
		get(TRAIL, TestTokens.resident(UUID.randomUUID())).expectStatus().isForbidden();
		this.client.get().uri(TRAIL).exchange().expectStatus().isUnauthorized();
		get("/api/v1/finance/payments", this.administrator).expectStatus().isForbidden();
		get("/api/v1/finance/exports", this.administrator).expectStatus().isForbidden();
	}

	@Test
	void isSearchedPageByPageAndThatIsNotedToo() throws Exception {
		for (int number = 0; number < 3; number++) {
			get("/api/v1/finance/exports/web-payments", this.finance).expectStatus().isOk();
		}
		UUID actor = subject(this.finance);
		String search = TRAIL + "?limit=2&action=web-payments-read&actor=" + actor;
		await().atMost(Duration.ofSeconds(10))
			.until(() -> body(search).path("next").asString(""), (next) -> !next.isEmpty());
		JsonNode first = body(search);
		assertThat(first.path("items").size()).isEqualTo(2);
		assertThat(first.path("items").path(0).path("sequence").asLong())
			.isGreaterThan(first.path("items").path(1).path("sequence").asLong());
		assertThat(body(search + "&cursor=" + first.path("next").asString()).path("items").size()).isOne();
		assertThat(body(search + "&until=2020-01-01T00:00:00Z").path("items").size()).isZero();
		get(TRAIL + "?limit=0", this.administrator).expectStatus().isEqualTo(422);
		get(TRAIL + "?cursor=x", this.administrator).expectStatus().isEqualTo(422);
		assertThat(rowsOf(this.administrator)).isNotEmpty()
			.allSatisfy((row) -> assertThat(row).containsEntry("action", "audit-read"))
			.anySatisfy((row) -> assertThat(row).containsEntry("details", "{\"by\":\"actor action\"}"));
	}

	private JsonNode body(String path) {
		byte[] body = get(path, this.administrator).expectStatus().isOk().expectBody().returnResult().getResponseBody();
		return JsonMapper.shared().readTree(body);
	}

	private ResponseSpec get(String path, String token) {
		return this.client.get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange();
	}

	private static UUID subject(String token) throws Exception {
		return UUID.fromString(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
	}

	private List<Map<String, Object>> rowsOf(String token) throws Exception {
		return this.database.sql("select * from audit_entry where actor = :actor order by recorded_at")
			.bind("actor", subject(token))
			.fetch()
			.all()
			.collectList()
			.block();
	}

	private List<String> actions(String sql) {
		return this.database.sql(sql).map((row) -> row.get("action", String.class)).all().collectList().block();
	}

}
