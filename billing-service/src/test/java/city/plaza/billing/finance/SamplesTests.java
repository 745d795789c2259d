package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The samples that every local run begins with. */
@PlazaTest
class SamplesTests {

	private static final Path SAMPLES = Path.of("..", "local", "samples");

	@Autowired
	private TestLedger ledger;

	@Test
	void areTakenWholeAndShowWhatTheSeedShows() throws IOException {
		this.ledger.good("customers", Files.readString(SAMPLES.resolve("customers.csv")));
		this.ledger.good("bills", Files.readString(SAMPLES.resolve("bills.csv")));
		UUID resident = UUID.randomUUID();
		this.ledger.link(resident, "100234");

		JsonNode list = this.ledger.read(resident, "/api/v1/customers/100234/bills?asOf=2021-06-15");

		assertThat(list.path("count").asInt()).isEqualTo(2);
		assertThat(list.path("totalUnpaid").path("amount").asLong()).isEqualTo(50_000);
		assertThat(list.path("totalBalanceDue").path("amount").asLong()).isEqualTo(50_000);
		assertThat(list.path("items").path(0).path("billNumber").asString()).isEqualTo("62825");
		assertThat(list.path("items").path(1).path("billNumber").asString()).isEqualTo("62826");
		assertThat(this.ledger.good("bills", Files.readString(SAMPLES.resolve("bills.csv"))).accepted()).isZero();
	}

}
