package city.plaza.billing.ledger;

import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.billing.ledger.BillTypeSettings.AccrualSettings;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class BillTypesTests {

	@Autowired
	private TestLedger ledger;

	@Test
	void aLateBillOfATypeWithInterestIsDueWithIt() {
		UUID resident = UUID.randomUUID();
		String customer = this.ledger.customer();
		String rental = this.ledger.bill(customer, "RENTAL", "365.00");
		String claim = this.ledger.bill(customer, "CLAIMS", "100.00");
		this.ledger.link(resident, customer);
		// 100 days after 2021-07-02 at 9 % a year.
		JsonNode late = this.ledger.read(resident, "/api/v1/bills/" + rental + "?asOf=2021-10-10");
		assertThat(late.path("billTypeName").stringValue()).isEqualTo("Rental inspections");
		assertThat(late.path("totalUnpaid").path("amount").asLong()).isEqualTo(36_500);
		assertThat(late.path("balanceDue").path("amount").asLong()).isEqualTo(37_400);
		JsonNode inTime = this.ledger.read(resident, "/api/v1/bills/" + rental + "?asOf=2021-07-02");
		assertThat(inTime.path("balanceDue").path("amount").asLong()).isEqualTo(36_500);
		JsonNode other = this.ledger.read(resident, "/api/v1/bills/" + claim + "?asOf=2021-10-10");
		assertThat(other.path("balanceDue").path("amount").asLong()).isEqualTo(10_000);
		JsonNode list = this.ledger.read(resident, "/api/v1/customers/" + customer + "/bills?asOf=2021-10-10&limit=1");
		assertThat(list.path("totalUnpaid").path("amount").asLong()).isEqualTo(46_500);
		assertThat(list.path("totalBalanceDue").path("amount").asLong()).isEqualTo(47_400);
		assertThat(list.path("items").path(0).path("billTypeName").stringValue()).isNotEmpty();
		JsonNode today = this.ledger.read(resident, "/api/v1/customers/" + customer + "/bills");
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
