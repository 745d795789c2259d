package city.plaza.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

}
