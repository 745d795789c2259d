package city.plaza.billing.ledger;

import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.billing.ledger.BillTypeSettings.AccrualSettings;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class BillTypesTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Test
	void aLateBillOfATypeWithInterestIsDueWithIt() {
		TestLedger ledger = new TestLedger(this.client);
		UUID resident = UUID.randomUUID();
		String customer = ledger.customer();
		String rental = ledger.bill(customer, "RENTAL", "365.00");
		String claim = ledger.bill(customer, "CLAIMS", "100.00");
		ledger.link(this.events, resident, customer);
		// 100 days after 2021-07-02 at 9 % a year.
		JsonNode late = ledger.read(resident, "/api/v1/bills/" + rental + "?asOf=2021-10-10");
		assertThat(late.path("billTypeName").stringValue()).isEqualTo("Rental inspections");
		assertThat(late.path("totalUnpaid").path("amount").asLong()).isEqualTo(36_500);
		assertThat(late.path("balanceDue").path("amount").asLong()).isEqualTo(37_400);
		JsonNode inTime = ledger.read(resident, "/api/v1/bills/" + rental + "?asOf=2021-07-02");
		assertThat(inTime.path("balanceDue").path("amount").asLong()).isEqualTo(36_500);
		JsonNode other = ledger.read(resident, "/api/v1/bills/" + claim + "?asOf=2021-10-10");
		assertThat(other.path("balanceDue").path("amount").asLong()).isEqualTo(10_000);
		JsonNode list = ledger.read(resident, "/api/v1/customers/" + customer + "/bills?asOf=2021-10-10&limit=1");
		assertThat(list.path("totalUnpaid").path("amount").asLong()).isEqualTo(46_500);
		assertThat(list.path("totalBalanceDue").path("amount").asLong()).isEqualTo(47_400);
		assertThat(list.path("items").path(0).path("billTypeName").stringValue()).isNotEmpty();
		JsonNode today = ledger.read(resident, "/api/v1/customers/" + customer + "/bills");
		assertThat(today.path("items")
			.valueStream()
			.mapToLong((item) -> item.path("balanceDue").path("amount").asLong())
			.sum()).isEqualTo(today.path("totalBalanceDue").path("amount").asLong());
	}

	@Test
	void anAccrualNeedsWhatItsKindNeeds() {
		assertThat(new AccrualSettings(AccrualSettings.Kind.SIMPLE_INTEREST, null, null, List.of()).isWhole())
			.isFalse();
		assertThat(new AccrualSettings(AccrualSettings.Kind.PENALTY, null, 2500L, List.of()).isWhole()).isTrue();
		assertThat(new AccrualSettings(AccrualSettings.Kind.STEPPED_INTEREST, null, null, List.of()).isWhole())
			.isFalse();
	}

}
