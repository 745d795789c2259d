package city.plaza.billing.finance;

import java.nio.charset.StandardCharsets;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms as any client may send them, byte by byte. */
@PlazaTest
class UploadTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	/**
	 * The name of a file is a label: it neither keeps an import from being noted nor
	 * names a path.
	 */
	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "filename=\"bills of June.csv\", bills of June.csv", "filename=\"../../etc/passwd\", ../../etc/passwd",
			"filename*=UTF-8''%F0%9F%8C%B3.csv, \uD83C\uDF33.csv", "filename*=UTF-8''a%00b.csv, a\uFFFDb.csv",
			"filename*=UTF-8''a%0D%0Ab.csv, a\uFFFD\uFFFDb.csv", "filename*=UTF-8''%C2%85.csv, \uFFFD.csv" })
	void takesAFileWhateverItsName(String name, String noted) {
		ImportReport answer = upload(part("kind", null, "customers") + part("file", name, customers()), 200);
		assertThat(answer.accepted()).isOne();
		assertThat(this.database.sql("select file_name from import_run where id = :id")
			.bind("id", answer.id())
			.map((row) -> row.get("file_name", String.class))
			.one()
			.block()).isEqualTo(noted);
	}

	@Test
	void takesTheFieldsInAnyOrderAndPassesOverOthers() {
		String form = part("note", null, "x".repeat(1000)) + part("other", "filename=\"o.csv\"", "nothing,of,ours\n")
				+ part("dryRun", null, "true") + part("file", "filename=\"c.csv\"", customers())
				+ part("kind", null, "customers");
		ImportReport answer = upload(form, 200);
		assertThat(answer.dryRun()).isTrue();
		assertThat(answer.accepted()).isOne();
	}

	@Test
	void takesTheLastOfTwoFilesWhole() {
		String longer = customers() + TestLedger.newNumber() + ",,NAME,1 OAK,ANY TOWN,IL,00000,1 OAK\n";
		ImportReport answer = upload(part("kind", null, "customers") + part("file", "filename=\"1.csv\"", longer)
				+ part("file", "filename=\"2.csv\"", customers()), 200);
		assertThat(answer.accepted()).isOne();
		assertThat(answer.rejected()).isZero();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "file as a field, file-missing", "nothing, unknown-kind", "no name, file-missing" })
	void refusesAFormThatHoldsNoFile(String what, String code) {
		String form = switch (what) {
			case "file as a field" -> part("kind", null, "customers") + part("file", null, customers());
			case "no name" -> part("kind", null, "customers") + part("file", "filename=\"\"", "");
			default -> part("note", null, "x");
		};
		assertThat(upload(form, 422).code()).isEqualTo(code);
	}

	private ImportReport upload(String parts, int status) {
		return this.client.post()
			.uri("/api/v1/finance/imports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.header("Content-Type", "multipart/form-data; boundary=plaza")
			.bodyValue((parts + "--plaza--\r\n").getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(ImportReport.class)
			.returnResult()
			.getResponseBody();
	}

	private static String part(String name, @Nullable String fileName, String content) {
		String file = (fileName != null) ? "; " + fileName + "\r\nContent-Type: text/csv" : "";
		return "--plaza\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + content
				+ "\r\n";
	}

	private static String customers() {
		return TestLedger.CUSTOMERS + TestLedger.newNumber() + ",,NAME,1 OAK,ANY TOWN,IL,00000,1 OAK\n";
	}

}
