package city.plaza.client;

import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FinanceClientTests {

	private final ApiServer server = new ApiServer();

	private final FinanceClient finance = PlazaClient.at(this.server.address()).finance(new Tokens("abc", 1, ""));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void sendsAFileAsAForm() throws InterruptedException {
		this.server.responds(200, "{\"accepted\": 1, \"unchanged\": 0, \"rejected\": 0, \"errors\": []}");
		this.finance.importFile("customers", "number\n7\n").clean();
		assertThat(this.server.last().body()).startsWith("--")
			.contains("name=\"kind\"\r\n\r\ncustomers\r\n--", "name=\"dryRun\"\r\n\r\nfalse\r\n--",
					"Content-Type: text/csv\r\n\r\nnumber\n7\n\r\n--")
			.endsWith("--\r\n");
	}

	@Test
	void namesTheRowsThatWereRejected() throws InterruptedException {
		this.server.responds(200, """
				{"accepted": 0, "unchanged": 0, "rejected": 1, "errors": [
				  {"line": 4, "field": "amount", "code": "invalid-amount", "message": "Not an amount"}]}""");
		ImportReport report = this.finance.importFile("bills", "");
		assertThat(report.errors())
			.containsExactly(new ImportReport.RowError(4, "amount", "invalid-amount", "Not an amount"));
		assertThatIllegalStateException().isThrownBy(report::clean).withMessageContaining("invalid-amount");
	}

	/** The rest of the file was lost, and the import reported success. */
	@ParameterizedTest
	@ValueSource(strings = { "plaza-part-of-form", "--plaza-part-of-form--",
			"plaza-part-of-form-1\r\nplaza-part-of-form-2", "plaza-part-of-form-10" })
	void sendsAFileWholeThatHoldsABoundary(String line) throws InterruptedException {
		this.server.responds(200, "{\"accepted\": 1, \"unchanged\": 0, \"rejected\": 0, \"errors\": []}");
		String file = "number\n" + line + "\r\n--" + line + "\n7\n";
		this.finance.importFile("customers", file);
		String boundary = this.server.last().contentType().replace("multipart/form-data; boundary=", "");
		String[] parts = this.server.last().body().split("--" + Pattern.quote(boundary), -1);
		assertThat(parts).hasSize(5);
		assertThat(parts[3]).endsWith("\r\n\r\n" + file + "\r\n");
		assertThat(parts[4]).isEqualTo("--\r\n");
	}

	@Test
	void sendsBytesAsTheyAre() throws InterruptedException {
		this.server.responds(200, "{\"accepted\": 0, \"unchanged\": 0, \"rejected\": 0, \"errors\": []}");
		this.finance.importFile("bills", "\ufeffZo\u00eb,\ud83d\ude00\r\n\r\n");
		assertThat(this.server.last().body()).contains("\r\n\r\n\ufeffZo\u00eb,\ud83d\ude00\r\n\r\n\r\n--");
	}

	@Test
	void importsAccountsOfThePortalBeforeAsCsv() throws InterruptedException {
		this.server.responds(200,
				"""
						{"dryRun": false, "rows": 2, "added": 1, "changed": 0, "unchanged": 0, "reclaimed": 0, "rejected": 1,
						  "errors": [{"line": 3, "column": "email", "value": "x", "code": "invalid-email", "detail": "..."}]}""");
		assertThat(this.finance.importLegacyResidents("email\nzo\u00eb@example.com\nx\n"))
			.isEqualTo(new LegacyImport(2, 1, 0, 0, 0, 1));
		assertThat(this.server.last().request()).isEqualTo("POST /api/v1/legacy-residents/imports?dryRun=false");
		assertThat(this.server.last().contentType()).isEqualTo("text/csv");
		assertThat(this.server.last().body()).isEqualTo("email\nzo\u00eb@example.com\nx\n");
	}

	@Test
	void exportsTextAsItStands() throws InterruptedException {
		this.server.responds(200, "payment,amount\r\nPLZ-1,250.00\r\n");
		assertThat(this.finance.pendingWebPayments()).isEqualTo("payment,amount\r\nPLZ-1,250.00\r\n");
		assertThat(this.server.last().request()).isEqualTo("GET /api/v1/finance/exports/web-payments");
	}

}
