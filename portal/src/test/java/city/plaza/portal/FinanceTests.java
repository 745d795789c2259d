package city.plaza.portal;

import java.net.URI;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

class FinanceTests extends PortalTest {

	private static final String IMPORTS = "/api/v1/finance/import-runs";

	private static final String EXCEPTIONS = "/api/v1/finance/payment-exceptions";

	private static final String CSV = "customer_number,name\n100234,EXAMPLE CUSTOMER\n";

	@Test
	void isNotForResidents() {
		Page page = get("/finance", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(page.text("h1")).isEqualTo("You don't have access to this page");
		assertThat(get("/finance/exports/web-payments", resident()).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(get("/", resident()).html().select("nav a[href='/finance']")).isEmpty();
		assertThat(upload(resident(), null, "", CSV).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(SERVICES.asked("POST", IMPORTS)).isEmpty();
	}

	@Test
	void isWhereStaffBeginAndNoPageOfResidentsIsOfferedToThem() {
		assertThat(get("/account", finance()).location()).isEqualTo("/finance");
		assertThat(get("/", finance()).location()).isEqualTo("/finance");
		Page page = get("/contact", finance());
		assertThat(page.html().select("a[href='/finance']")).hasSizeGreaterThan(1);
		assertThat(page.html()
			.select("a[href='/account'], a[href='/payments'], a[href='/linked-accounts'], a[href='/manage-bills']"))
			.isEmpty();
	}

	@Test
	void leadsFromAnUploadToThePageOfItsImport() {
		SERVICES.on("POST", IMPORTS, Answer.json(202, run("waiting", 0, "null")));
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(page.location()).isEqualTo("/finance/imports/i-1");
		String sent = SERVICES.asked("POST", IMPORTS).getFirst().body();
		assertThat(sent).contains("name=\"kind\"", "customers", "name=\"dryRun\"", "filename=\"customers.csv\"", CSV)
			.doesNotContain("_csrf");
	}

	@Test
	void showsHowFarAnImportIsAndLooksAgainByItself() {
		SERVICES.on("GET", IMPORTS + "/i-1", Answer.json(200, run("running", 0, "null")));
		Page page = get("/finance/imports/i-1", finance());
		assertThat(page.headers().getFirst("Refresh")).isEqualTo("5");
		assertThat(page.text("main")).contains("1,500 of 200,000 rows", "This page updates itself every 5 seconds.",
				"Kim Finance");
		assertThat(page.html().select("progress").attr("value")).isEqualTo("1500");
		Page stopped = get(page.html().select("a:contains(Stop updating)").attr("href"), finance());
		assertThat(stopped.headers().containsHeader("Refresh")).isFalse();
		assertThat(stopped.text("main")).contains("Update now");
	}

	@Test
	void isStillOnceAnImportIsOver() {
		SERVICES.on("GET", IMPORTS + "/i-1", Answer.json(200, run("finished", 0, "\"2026-03-01T10:01:00Z\"")));
		Page page = get("/finance/imports/i-1", finance());
		assertThat(page.headers().containsHeader("Refresh")).isFalse();
		assertThat(page.text("[role=status]")).contains("The file was imported.");
		assertThat(SERVICES.asked("GET", IMPORTS + "/i-1/rejected-rows")).isEmpty();
	}

	@Test
	void saysOfEachRejectedRowWhatWouldBeRight() {
		SERVICES.on("GET", IMPORTS + "/i-1", Answer.json(200, run("finished", 300, "\"2026-03-01T10:01:00Z\"")));
		SERVICES.on("GET", IMPORTS + "/i-1/rejected-rows", Answer.json(200, """
				{"columns":["bill_number","bill_type"],"count":301,"groups":[
				 {"code":"unknown-bill-type","count":300,"items":[{"fields":["62825","<b>CLAIM</b>"],"error":
				   {"line":17,"field":"bill_type","code":"unknown-bill-type","message":"English.",
				    "value":"<b>CLAIM</b>","expected":["CLAIMS","PERMIT"]}}]},
				 {"code":"wrong-amount","count":1,"items":[{"fields":["62825","250.01"],"error":
				   {"line":19,"field":"amount","code":"wrong-amount","message":"English.","value":"250.01",
				    "expected":["250.00"]}}]},
				 {"code":"added-later","count":1,"items":[{"fields":["1"],"error":{"line":18,"field":"row",
				    "code":"added-later","message":"English.","value":null,"expected":[]}}]}]}"""));
		Page page = get("/finance/imports/i-1", finance());
		assertThat(page.text("main")).contains("We don't have this bill type. Use one of these: CLAIMS, PERMIT.",
				"The first 1 of 300 places", "In 1 place", "62825, <b>CLAIM</b>", "250.01 At most 250.00",
				"This row can't be imported.", "Whole row", "301 errors");
		assertThat(page.text("main")).doesNotContain("English.");
		assertThat(page.html().select("main b")).isEmpty();
		assertThat(page.html().select("a[href='/finance/imports/i-1/rejected-rows'][download]")).hasSize(1);
		assertThat(page.html().select("main a[href='/finance?kind=bills']").text())
			.isEqualTo("Upload the corrected file");
	}

	@Test
	void listsImportsPageByPage() {
		SERVICES.on("GET", IMPORTS,
				Answer.json(200, "{\"items\":[" + run("running", 3, "null") + "],\"next\":\"n/1\"}"));
		Page page = get("/finance/imports", finance());
		assertThat(page.text("main")).contains("bills.csv", "test run", "Kim Finance", "In progress", "3 rejected");
		assertThat(page.html().select("a[rel=next]").attr("href")).isEqualTo("/finance/imports?cursor=n/1");
	}

	@Test
	void namesTheFolderThatAFileCameFromInThePagesOwnWords() {
		String byFolder = run("finished", 0, "\"2026-03-01T10:01:00Z\"")
			.replace("{\"id\":\"s-1\",\"name\":\"Kim Finance\"}", """
					{"id":"00000000-0000-0000-0000-000000000000","name":"folder of the API"}""");
		SERVICES.on("GET", IMPORTS, Answer.json(200, "{\"items\":[" + byFolder + "],\"next\":null}"));
		SERVICES.on("GET", IMPORTS + "/i-1", Answer.json(200, byFolder));
		for (String path : new String[] { "/finance/imports", "/finance/imports/i-1" }) {
			assertThat(get(path, finance()).text("main")).contains("import folder").doesNotContain("of the API");
		}
	}

	@Test
	void downloadsATemplateAndRejectedRows() {
		SERVICES.on("GET", "/api/v1/finance/import-templates/bills", new Answer(200, "text/csv", CSV, Map.of()));
		SERVICES.on("GET", IMPORTS + "/i-1/rejected-rows/csv", new Answer(200, "text/csv", CSV, Map.of()));
		assertThat(get("/finance/templates/bills", finance()).headers().getFirst("Content-Disposition"))
			.isEqualTo("attachment; filename=\"bills-template.csv\"");
		assertThat(get("/finance/imports/i-1/rejected-rows", finance()).headers().getFirst("Content-Disposition"))
			.isEqualTo("attachment; filename=\"rejected-rows-i-1.csv\"");
		assertThat(get("/finance/templates/coins", finance()).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void passesALargeFileThroughWhole() {
		SERVICES.on("POST", IMPORTS, Answer.json(202, run("waiting", 0, "null")));
		String rows = "100234,EXAMPLE CUSTOMER\n".repeat(200_000);
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), rows);
		assertThat(page.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(SERVICES.asked("POST", IMPORTS).getFirst().body()).contains(rows);
	}

	@Test
	void namesTheWrongColumnsOfAFile() {
		SERVICES.on("POST", IMPORTS, Answer.problem(422, """
				{"code":"wrong-header","field":"file","detail":"English.","errors":[
				 {"field":"bill_number","code":"missing-column","message":"English."},
				 {"field":"bill_nr","code":"unknown-column","message":"English."},
				 {"field":"amount","code":"repeated-column","message":"English."}]}""", Map.of()));
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("main"))
			.contains("Missing column: bill_number", "Unknown column: bill_nr", "Named more than once: amount")
			.doesNotContain("English.");
		assertThat(page.html().select("input[name=kind][value=customers]").hasAttr("checked")).isTrue();
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isTrue();
	}

	@Test
	void namesTheLineThatCannotBeRead() {
		SERVICES.on("POST", IMPORTS,
				Answer.problem(422,
						"{\"code\":\"wrong-encoding\",\"field\":\"file\",\"detail\":\"English.\",\"values\":[\"17\"]}",
						Map.of()));
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), CSV);
		assertThat(page.text("#file-error")).contains("Line 17 can't be read.").doesNotContain("English.");
	}

	@Test
	void sendsNothingOnWithoutTheFormsToken() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, "{}"));
		Page form = get("/finance", finance());
		assertThat(upload(finance(), form, "made-up", CSV).text("h1")).isEqualTo("This page timed out");
		assertThat(upload(finance(), null, form.value("input[name=_csrf]"), CSV).status())
			.isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(SERVICES.asked("POST", IMPORTS)).isEmpty();
	}

	@Test
	void downloadsTheExport() {
		String csv = "payment_reference,bill_number\nPLZ-7F3K,62825\n";
		SERVICES.on("GET", "/api/v1/finance/exports/web-payments", new Answer(200, "text/csv", csv, Map.of()));
		this.client.get()
			.uri("/finance/exports/web-payments")
			.headers((headers) -> bearer(headers, finance()))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueMatches("Content-Disposition", "attachment; filename=\"web-payments-\\d{4}-\\d\\d-\\d\\d.csv\"")
			.expectBody(String.class)
			.isEqualTo(csv);
	}

	@Test
	void resolvesAPaymentWhoseMoneyDoesNotMatch() {
		SERVICES.on("GET", EXCEPTIONS, Answer.json(200, """
				{"items":[{"id":"e-1","paymentId":"p-1","reference":"PLZ-7F3K-22AA","state":"redirected",
				 "kind":"wrong-amount","expected":{"amount":25000,"currency":"USD"},
				 "amount":{"amount":24000,"currency":"USD"},"foundAt":"2026-03-01T10:00:00Z","resolution":null}]}"""));
		Page list = get("/finance/exceptions", finance());
		assertThat(list.text("main")).contains("PLZ-7F3K-22AA", "Another amount was taken", "$250.00", "$240.00");
		SERVICES.on("POST", EXCEPTIONS + "/e-1/resolution", Answer.problem(422,
				"{\"code\":\"invalid-request\",\"errors\":[{\"field\":\"note\",\"code\":\"required\",\"message\":\"x\"}]}",
				Map.of()));
		Page empty = submit("/finance/exceptions", "/finance/exceptions/e-1", finance(), Map.of("note", " "));
		assertThat(empty.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(empty.text("#note-e-1-error")).contains("Enter what was done about it");
		SERVICES.on("POST", EXCEPTIONS + "/e-1/resolution", Answer.json(200, "{}"));
		Page done = submit("/finance/exceptions", "/finance/exceptions/e-1", finance(), Map.of("note", "Given back."));
		assertThat(done.status()).isEqualTo(HttpStatus.SEE_OTHER);
		assertThat(SERVICES.asked("POST", EXCEPTIONS + "/e-1/resolution").getLast().body()).contains("Given back.");
		assertThat(get("/finance/exceptions?resolved=yes", finance()).text("[role=status]")).contains("resolved");
		SERVICES.on("POST", EXCEPTIONS + "/e-1/resolution", Answer.problem(409, "exception-resolved"));
		Page late = submit("/finance/exceptions", "/finance/exceptions/e-1", finance(), Map.of("note", "Given back."));
		assertThat(late.text("#note-e-1-error")).contains("Someone else");
		assertThat(late.value("#note-e-1")).isEqualTo("Given back.");
	}

	@Test
	void makesAnExportAndDownloadsIt() {
		String exports = "/api/v1/finance/exports";
		String batch = "{\"id\":\"b-1\",\"createdAt\":\"2026-03-01T10:00:00Z\",\"lines\":3,"
				+ "\"total\":{\"amount\":75000,\"currency\":\"USD\"},\"createdBy\":{\"id\":\"s-1\",\"name\":\"Kim Finance\"},"
				+ "\"state\":\"partly-posted\",\"postedLines\":2,\"postedTotal\":{\"amount\":50000,\"currency\":\"USD\"}}";
		SERVICES.on("GET", exports, Answer.json(200, "{\"items\":[" + batch + "]}"));
		SERVICES.on("POST", exports, Answer.json(200, batch));
		SERVICES.on("GET", exports + "/b-1", new Answer(200, "text/csv", "payment_reference\nPLZ-1\n", Map.of()));
		Page list = get("/finance/exports", finance());
		assertThat(list.text("tbody")).contains("Posted in part 3 $750.00 2 of 3, $500.00", "Kim Finance");
		assertThat(list.html().select("tbody a[download]").attr("href")).isEqualTo("/finance/exports/b-1");
		assertThat(submit("/finance/exports", "/finance/exports", finance(), Map.of()).location())
			.isEqualTo("/finance/exports?made=yes");
		assertThat(get("/finance/exports?made=yes", finance()).text("[role=status]")).contains("The export is ready");
		assertThat(get("/finance/exports/b-1", finance()).html().text()).contains("PLZ-1");
		SERVICES.on("POST", exports, Answer.problem(409, "nothing-to-export"));
		Page nothing = submit("/finance/exports", "/finance/exports", finance(), Map.of());
		assertThat(nothing.status()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(nothing.text("#make-error")).contains("in an earlier export");
	}

	@Test
	void exceptionsAreNotForResidents() {
		assertThat(get("/finance/exceptions", resident()).status()).isEqualTo(HttpStatus.FORBIDDEN);
	}

	private static String run(String state, int rejected, String finishedAt) {
		return """
				{"id":"i-1","kind":"bills","fileName":"bills.csv","dryRun":%s,"state":"%s","totalRows":200000,
				 "doneRows":1500,"accepted":1500,"unchanged":0,"rejected":%d,
				 "startedBy":{"id":"s-1","name":"Kim Finance"},"startedAt":"2026-03-01T10:00:00Z","finishedAt":%s}"""
			.formatted(state.equals("running"), state, rejected, finishedAt);
	}

	private Page upload(String token, @Nullable Page form, String csrf, String csv) {
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		body.part("_csrf", csrf);
		body.part("kind", "customers");
		body.part("dryRun", "true");
		body.part("file", new ByteArrayResource(csv.getBytes())).filename("customers.csv");
		return page(this.client.post()
			.uri(URI.create("http://localhost:" + this.port + "/finance/imports"))
			.headers((headers) -> bearer(headers, token))
			.cookies((jar) -> {
				if (form != null) {
					cookies(form).forEach(jar::add);
				}
			})
			.body(BodyInserters.fromMultipartData(body.build()))
			.exchange()
			.expectBody()
			.returnResult());
	}

}
