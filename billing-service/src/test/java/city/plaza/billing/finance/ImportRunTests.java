package city.plaza.billing.finance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A file becomes a run that goes on by itself. */
@PlazaTest
class ImportRunTests {

	private static final String RUNS = "/api/v1/finance/import-runs";

	private static final String REST = ",,EXAMPLE CUSTOMER,123 MAIN ST,ANY TOWN,IL,00000,123 MAIN ST\n";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private StagedRows staged;

	@Test
	void goesOnAfterTheResponseToItsEnd() {
		String good = TestLedger.newNumber();
		JsonNode started = start("customers", TestLedger.CUSTOMERS + good + REST + "=1" + REST, "false", 202);
		assertThat(started.path("state").asString()).isIn("waiting", "running", "finished");
		assertThat(started.path("totalRows").asInt()).isEqualTo(2);
		JsonNode run = finished(started);
		assertThat(run.path("accepted").asInt()).isOne();
		assertThat(run.path("rejected").asInt()).isOne();
		assertThat(run.path("doneRows").asInt()).isEqualTo(2);
		assertThat(run.path("startedBy").path("name").asString()).isNotEmpty();
		JsonNode rejected = json(get(RUNS + "/" + id(started) + "/rejected-rows"));
		assertThat(rejected.path("count").asInt()).isOne();
		JsonNode row = rejected.path("groups").path(0).path("items").path(0);
		assertThat(row.path("error").path("code").asString()).isEqualTo("invalid-number-format");
		assertThat(row.path("error").path("value").asString()).isEqualTo("=1");
		assertThat(row.path("fields").path(2).asString()).isEqualTo("EXAMPLE CUSTOMER");
		assertThat(text(get(RUNS + "/" + id(started) + "/rejected-rows/csv")))
			.startsWith("file_line,file_column,error,value,expected,customer_number,account_numbers,")
			.contains("\n3,customer_number,invalid-number-format,'=1,,'=1,,EXAMPLE CUSTOMER,");
		Awaitility.await()
			.until(() -> number("select count(*) from import_line where import_id = '" + id(started) + "'") == 0);
	}

	/** As a process leaves it that was killed in the middle. */
	@Test
	void goesOnWhereItWasCutOffAndCountsNoRowTwice() {
		String first = TestLedger.newNumber();
		String second = TestLedger.newNumber();
		ImportId id = ImportId.random();
		run("insert into import_run (id, kind, file_name, dry_run, accepted, rejected, unchanged, started_by, started_at,"
				+ " state, total_rows, done_rows, after_key, after_line) values ('" + id
				+ "', 'customers', 'cut-off.csv', false, 1, 0, 0, gen_random_uuid(), now() + interval '1 day', 'running',"
				+ " 2, 1, '" + first + "', 2)");
		List<String> fields = List.of(("N" + REST.strip()).split(",", -1));
		List<Row> rows = List.of(row(2, first, fields), row(3, second, fields));
		this.staged.add(id, ImportKind.CUSTOMERS, rows).block();
		JsonNode run = finished(json(get(RUNS + "/" + id)));
		assertThat(run.path("accepted").asInt()).isEqualTo(2);
		assertThat(run.path("doneRows").asInt()).isEqualTo(2);
		assertThat(number("select count(*) from customer where customer_number in ('" + first + "', '" + second + "')"))
			.isOne();
	}

	@Test
	void twoOfTheSameFileAtOnceAreImportedOnce() {
		String csv = TestLedger.CUSTOMERS + TestLedger.newNumber() + REST;
		JsonNode one = start("customers", csv, "false", 202);
		JsonNode other = start("customers", csv, "false", 202);
		int accepted = finished(one).path("accepted").asInt() + finished(other).path("accepted").asInt();
		int unchanged = finished(one).path("unchanged").asInt() + finished(other).path("unchanged").asInt();
		assertThat(List.of(accepted, unchanged)).containsExactly(1, 1);
	}

	@ParameterizedTest
	@EnumSource
	void aTemplateIsRightButForItsExample(ImportKind kind) {
		String template = text(get("/api/v1/finance/import-templates/" + kind.code()));
		JsonNode run = finished(start(kind.code(), template, "true", 202));
		assertThat(run.path("rejected").asInt()).isOne();
		JsonNode group = json(get(RUNS + "/" + run.path("id").asString() + "/rejected-rows")).path("groups").path(0);
		assertThat(group.path("code").asString()).isEqualTo("example-row");
		assertThat(group.path("items").path(0).path("error").path("value").isNull()).isTrue();
	}

	@Test
	void aFileOfNothingButItsHeaderIsOverAtOnce() {
		JsonNode run = finished(start("bills", TestLedger.BILLS, "false", 202));
		assertThat(run.path("totalRows").asInt()).isZero();
		assertThat(run.path("state").asString()).isEqualTo("finished");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void takesEveryLineEndAndAnyOrderOfColumns(String end) {
		String csv = "name,customer_number,account_numbers,city,address_line1,state,postal_code,location" + end
				+ "NAME," + TestLedger.newNumber() + ",,ANY TOWN,1 OAK,IL,00000,1 OAK" + end;
		JsonNode run = finished(start("customers", "\uFEFF" + csv, "true", 202));
		assertThat(run.path("accepted").asInt()).isOne();
	}

	@Test
	void refusesAFileAsAWholeAndKeepsNoRunOfIt() {
		assertThat(start("bills", "", "false", 422).path("code").asString()).isEqualTo("empty-file");
		assertThat(start("bills", TestLedger.BILLS.replace(',', ';'), "false", 422).path("values").path(0).asString())
			.isEqualTo(";");
		JsonNode unclosed = start("bills", TestLedger.BILLS + "\"x\n" + "y\n".repeat(20_000), "false", 422);
		assertThat(unclosed.path("code").asString()).isEqualTo("malformed-file");
		assertThat(unclosed.path("values").path(0).asString()).isEqualTo("2");
		assertThat(number("select count(*) from import_run where file_name like 'refused%'")).isZero();
	}

	@Test
	void listsTheLatestFirstPageByPage() {
		JsonNode one = start("bills", TestLedger.BILLS, "true", 202);
		JsonNode two = start("bills", TestLedger.BILLS, "true", 202);
		run("update import_run set started_at = now() + interval '2 days' where id = '" + id(one) + "'");
		run("update import_run set started_at = now() + interval '3 days' where id = '" + id(two) + "'");
		JsonNode page = json(get(RUNS + "?limit=1"));
		assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(id(two));
		assertThat(json(get(RUNS + "?limit=1&cursor=" + page.path("next").asString())).path("items")
			.path(0)
			.path("id")
			.asString()).isEqualTo(id(one));
		run("update import_run set started_at = now() where id in ('" + id(one) + "', '" + id(two) + "')");
	}

	@Test
	void isForFinanceAlone() {
		for (String token : new String[] { TestTokens.resident(UUID.randomUUID()), TestTokens.staff("help-desk") }) {
			for (String path : List.of(RUNS, RUNS + "/" + UUID.randomUUID(),
					RUNS + "/" + UUID.randomUUID() + "/rejected-rows",
					RUNS + "/" + UUID.randomUUID() + "/rejected-rows/csv", "/api/v1/finance/import-templates/bills")) {
				this.client.get()
					.uri(path)
					.headers((headers) -> headers.setBearerAuth(token))
					.exchange()
					.expectStatus()
					.isForbidden();
			}
		}
		assertThat(get(RUNS + "/" + UUID.randomUUID()).getStatus().value()).isEqualTo(404);
		assertThat(get(RUNS + "/x").getStatus().value()).isEqualTo(404);
		assertThat(get("/api/v1/finance/import-templates/coins").getStatus().value()).isEqualTo(404);
	}

	private JsonNode finished(JsonNode run) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> json(get(RUNS + "/" + id(run))), (now) -> !now.path("finishedAt").isNull());
	}

	private static String id(JsonNode run) {
		return run.path("id").asString();
	}

	private static Row row(int line, String number, List<String> fields) {
		List<String> own = new ArrayList<>(fields);
		own.set(0, number);
		return new Row(line, number, own, false);
	}

	private JsonNode start(String kind, String csv, String dryRun, int status) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("kind", kind);
		form.part("dryRun", dryRun);
		form.part("file", new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)))
			.filename((status == 202) ? kind + ".csv" : "refused.csv");
		EntityExchangeResult<byte[]> result = this.client.post()
			.uri(RUNS)
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.bodyValue(form.build())
			.exchange()
			.expectBody()
			.returnResult();
		assertThat(result.getStatus().value()).as("%s", text(result)).isEqualTo(status);
		return json(result);
	}

	private EntityExchangeResult<byte[]> get(String path) {
		return this.client.get()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectBody()
			.returnResult();
	}

	private static JsonNode json(EntityExchangeResult<byte[]> result) {
		return TestLedger.json(result);
	}

	private static String text(EntityExchangeResult<byte[]> result) {
		byte[] body = result.getResponseBody();
		return (body != null) ? new String(body, StandardCharsets.UTF_8).replace("\r\n", "\n") : "";
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
