package city.plaza.billing.finance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for files of every kind. */
@PlazaTest
class ImportFileTests {

	private static final String REST = ",,EXAMPLE CUSTOMER,123 MAIN ST,ANY TOWN,IL,00000,123 MAIN ST\n";

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestLedger ledger;

	@Test
	void refusesAWrongHeaderAndNamesTheColumns() {
		JsonNode problem = refused("customers", "number,name\n1,X\n", 422);

		assertThat(problem.path("code").asString()).isEqualTo("wrong-header");
		assertThat(problem.path("field").asString()).isEqualTo("file");
		assertThat(problem.path("detail").asString()).contains(TestLedger.CUSTOMERS.strip());
		assertThat(problem.path("errors").toString()).contains("number\",\"code\":\"unknown-column",
				"customer_number\",\"code\":\"missing-column");
	}

	@Test
	void refusesAnotherEncodingAndReportsTheLine() {
		String csv = TestLedger.CUSTOMERS + TestLedger.newNumber() + REST + TestLedger.newNumber() + ",,M\u00dcLLER"
				+ REST.substring(18);
		EntityExchangeResult<byte[]> result = this.ledger.upload("customers", csv.getBytes(StandardCharsets.ISO_8859_1),
				"false");

		assertThat(result.getStatus().value()).isEqualTo(422);
		assertThat(TestLedger.json(result).path("code").asString()).isEqualTo("wrong-encoding");
		assertThat(TestLedger.json(result).path("detail").asString()).contains("line 3");
	}

	@Test
	void takesNothingOfAFileThatIsNoCsv() {
		String number = TestLedger.newNumber();
		JsonNode problem = refused("customers",
				TestLedger.CUSTOMERS + number + REST + "\"" + TestLedger.newNumber() + REST, 422);

		assertThat(problem.path("code").asString()).isEqualTo("malformed-file");
		assertThat(this.ledger.good("customers", TestLedger.CUSTOMERS + number + REST).accepted()).isOne();
	}

	@Test
	void takesAByteOrderMarkAndWindowsLineEnds() {
		String csv = "\uFEFF" + (TestLedger.CUSTOMERS + TestLedger.newNumber() + REST).replace("\n", "\r\n");

		assertThat(this.ledger.good("customers", csv).accepted()).isOne();
	}

	@Test
	void refusesAKindThatIsNone() {
		assertThat(refused("bill", TestLedger.BILLS, 422).path("code").asString()).isEqualTo("unknown-kind");
	}

	@Test
	void refusesAFormWithoutAFile() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("kind", "customers");

		this.client.post()
			.uri("/api/v1/finance/imports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.bodyValue(form.build())
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("file-missing");
	}

	@Test
	void doesNotTakeAnUnclearDryRunForAnOrderToKeep() {
		byte[] csv = (TestLedger.CUSTOMERS + TestLedger.newNumber() + REST).getBytes(StandardCharsets.UTF_8);

		JsonNode problem = TestLedger.json(this.ledger.upload("customers", csv, "yes"));

		assertThat(problem.path("code").asString()).isEqualTo("invalid-dry-run");
	}

	@Test
	void refusesWhatIsNoForm() {
		this.client.post()
			.uri("/api/v1/finance/imports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
	}

	@Test
	void isForFinanceAlone() {
		for (String token : new String[] { TestTokens.resident(UUID.randomUUID()), TestTokens.staff("help-desk") }) {
			forbidden(this.client.post().uri("/api/v1/finance/imports").contentType(MediaType.MULTIPART_FORM_DATA),
					token);
			forbidden(this.client.get().uri("/api/v1/finance/exports/web-payments"), token);
		}
	}

	private static void forbidden(WebTestClient.RequestHeadersSpec<?> request, String token) {
		request.headers((headers) -> headers.setBearerAuth(token)).exchange().expectStatus().isForbidden();
	}

	@Test
	void keepsNothingOfADryRunButReportsWhatWouldBe() {
		String number = TestLedger.newNumber();
		String csv = TestLedger.CUSTOMERS + number + REST + ",,,,,,,\n";

		ImportReport dry = this.ledger.dryRun("customers", csv);
		ImportReport real = this.ledger.bring("customers", csv);

		assertThat(dry.dryRun()).isTrue();
		for (ImportReport answer : List.of(dry, real)) {
			assertThat(answer.kind()).isEqualTo("customers");
			assertThat(answer.accepted()).isOne();
			assertThat(answer.unchanged()).isZero();
			assertThat(answer.rejected()).isOne();
			assertThat(answer.errors().getFirst().line()).isEqualTo(3);
			assertThat(answer.errors().getFirst().code()).isEqualTo("required");
		}
		assertThat(dry.id()).isNotNull().isNotEqualTo(real.id());
	}

	@Test
	void listsTheFirstErrorsOfAFileFullOfThem() {
		StringBuilder csv = new StringBuilder(TestLedger.CUSTOMERS);
		for (int at = 0; at < 1_500; at++) {
			csv.append("x").append(9_999 - at).append(",,,,,,,\n");
		}

		ImportReport answer = this.ledger.bring("customers", csv.toString());

		assertThat(answer.rejected()).isEqualTo(1_500);
		assertThat(answer.errors().size()).isEqualTo(200);
		assertThat(answer.errors().getFirst().line()).isEqualTo(2);
	}

	@Test
	void takesAFileOfManyBatches() {
		StringBuilder csv = new StringBuilder(TestLedger.CUSTOMERS);
		for (int at = 0; at < 3_000; at++) {
			csv.append(TestLedger.newNumber()).append(REST);
		}

		assertThat(this.ledger.good("customers", csv.toString()).accepted()).isEqualTo(3_000);
		assertThat(this.ledger.good("customers", csv.toString()).unchanged()).isEqualTo(3_000);
	}

	private JsonNode refused(String kind, String csv, int status) {
		EntityExchangeResult<byte[]> result = this.ledger.upload(kind, csv.getBytes(StandardCharsets.UTF_8), "false");
		assertThat(result.getStatus().value()).isEqualTo(status);
		return TestLedger.json(result);
	}

}
