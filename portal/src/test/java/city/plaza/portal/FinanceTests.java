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

	private static final String IMPORTS = "/api/v1/finance/imports";

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
	void importsAFileAndTellsEachBadRow() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, """
				{"id":"i-1","kind":"customers","dryRun":true,"accepted":7,"rejected":1,"unchanged":2,
				 "errors":[{"line":3,"field":"name","code":"required","message":"A name is needed."}]}"""));
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.OK);
		assertThat(page.text("main")).contains("Accepted 7", "Unchanged 2", "Rejected 1", "3 name A name is needed.",
				"Nothing was imported: this was a test run.");
		String sent = SERVICES.asked("POST", IMPORTS).getFirst().body();
		assertThat(sent).contains("name=\"kind\"", "customers", "name=\"dryRun\"", "filename=\"customers.csv\"", CSV)
			.doesNotContain("_csrf");
	}

	@Test
	void passesALargeFileThroughWhole() {
		SERVICES.on("POST", IMPORTS, Answer.json(200, """
				{"id":"i-1","kind":"customers","dryRun":false,"accepted":1,"rejected":0,"unchanged":0,"errors":[]}"""));
		String rows = "100234,EXAMPLE CUSTOMER\n".repeat(200_000);
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), rows);
		assertThat(page.text("[role=status]")).contains("The file was imported.");
		assertThat(SERVICES.asked("POST", IMPORTS).getFirst().body()).contains(rows);
	}

	@Test
	void tellsWhatIsWrongWithTheFile() {
		SERVICES.on("POST", IMPORTS, Answer.problem(422,
				"{\"code\":\"wrong-header\",\"field\":\"file\",\"detail\":\"The first line must be: a,b\"}", Map.of()));
		Page form = get("/finance", finance());
		Page page = upload(finance(), form, form.value("input[name=_csrf]"), CSV);
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.text("#file-error")).contains("The header row isn't right. The first line must be: a,b");
		assertThat(page.html().select("input[name=kind][value=customers]").hasAttr("checked")).isTrue();
		assertThat(page.html().select("#dryRun").hasAttr("checked")).isTrue();
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
				+ "\"total\":{\"amount\":75000,\"currency\":\"USD\"}}";
		SERVICES.on("GET", exports, Answer.json(200, "{\"items\":[" + batch + "]}"));
		SERVICES.on("POST", exports, Answer.json(200, batch));
		SERVICES.on("GET", exports + "/b-1", new Answer(200, "text/csv", "payment_reference\nPLZ-1\n", Map.of()));
		Page list = get("/finance/exports", finance());
		assertThat(list.text("tbody")).contains("3 $750.00");
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
