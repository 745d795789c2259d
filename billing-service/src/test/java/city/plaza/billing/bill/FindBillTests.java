package city.plaza.billing.bill;

import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FindBillTests {

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private TestLedger ledger;

	private String customer;

	@BeforeEach
	void linksACustomer() {
		this.customer = this.ledger.customer();
		this.ledger.link(this.resident, this.customer);
	}

	@Test
	void showsChargesAndPostings() {
		String number = TestLedger.newNumber();
		String head = number + "," + this.customer + ",SIDEWALK,2021,2021-06-01,2021-07-02,USD,";
		this.ledger.good("bills",
				TestLedger.BILLS + head + "2,CITY SHARE,-50.00\n" + head + "1,\"SIDEWALK, 2 SQUARES\",310.00\n");
		this.ledger.posting(number, "2021-08-20", "100.00");

		JsonNode bill = this.ledger.read(this.resident, "/api/v1/bills/" + number + "?asOf=2021-09-01");

		assertThat(bill.path("billNumber").asString()).isEqualTo(number);
		assertThat(bill.path("billType").asString()).isEqualTo("SIDEWALK");
		assertThat(bill.path("billYear").asInt()).isEqualTo(2021);
		assertThat(bill.path("customerNumber").asString()).isEqualTo(this.customer);
		assertThat(bill.path("customerName").asString()).isEqualTo("EXAMPLE CUSTOMER");
		assertThat(bill.path("issuedOn").asString()).isEqualTo("2021-06-01");
		assertThat(bill.path("payBy").asString()).isEqualTo("2021-07-02");
		assertThat(bill.path("asOf").asString()).isEqualTo("2021-09-01");
		assertThat(bill.path("totalUnpaid").path("amount").asLong()).isEqualTo(16_000);
		assertThat(bill.path("balanceDue").path("amount").asLong()).isEqualTo(16_000);
		assertThat(bill.path("pendingWebPayment").asBoolean(true)).isFalse();
		assertThat(bill.path("pendingPaymentId").isNull()).isTrue();
		assertThat(bill.path("partPaymentAllowed").asBoolean()).isTrue();
		JsonNode charges = bill.path("charges");
		assertThat(charges.size()).isEqualTo(2);
		assertThat(charges.path(0).path("line").asInt()).isOne();
		assertThat(charges.path(0).path("description").asString()).isEqualTo("SIDEWALK, 2 SQUARES");
		assertThat(charges.path(1).path("amount").path("amount").asLong()).isEqualTo(-5_000);
		assertThat(bill.path("postings").size()).isOne();
		assertThat(bill.path("postings").path(0).path("postedOn").asString()).isEqualTo("2021-08-20");
		assertThat(bill.path("postings").path(0).path("amount").path("amount").asLong()).isEqualTo(10_000);
	}

	@Test
	void showsOnlyWhatWasPostedByTheDate() {
		String number = this.ledger.bill(this.customer, "250.00");
		this.ledger.posting(number, "2021-08-20", "100.00");

		JsonNode bill = this.ledger.read(this.resident, "/api/v1/bills/" + number + "?asOf=2021-08-19");

		assertThat(bill.path("postings").size()).isZero();
		assertThat(bill.path("totalUnpaid").path("amount").asLong()).isEqualTo(25_000);
	}

	@Test
	void findsSeveralAtOnceInTheOrderAskedForAndLeavesOutTheOthers() {
		String first = this.ledger.bill(this.customer, "250.00");
		String second = this.ledger.bill(this.customer, "RENTAL", "100.00");
		String foreign = this.ledger.bill(this.ledger.customer(), "250.00");

		JsonNode bills = this.ledger.read(this.resident, "/api/v1/bills?asOf=2022-06-01&billNumber=" + second
				+ "&billNumber=" + foreign + "&billNumber=" + first + "&billNumber=none&billNumber=" + second);

		assertThat(bills.path("items").valueStream().map((bill) -> bill.path("billNumber").asString()))
			.containsExactly(second, first);
		for (JsonNode bill : bills.path("items")) {
			assertThat(bill).isEqualTo(this.ledger.read(this.resident,
					"/api/v1/bills/" + bill.path("billNumber").asString() + "?asOf=2022-06-01"));
		}
		assertThat(bills.path("items").path(0).path("balanceDue").path("amount").asLong()).isGreaterThan(10_000);
	}

	@Test
	void refusesToFindNoneOrTooMany() {
		assertThat(this.ledger.read(this.resident, "/api/v1/bills?billNumber=").path("code").asString())
			.isEqualTo("invalid-bill-numbers");
		assertThat(this.ledger.read(this.resident, "/api/v1/bills?billNumber=1" + "&billNumber=1".repeat(100))
			.path("code")
			.asString()).isEqualTo("invalid-bill-numbers");
		assertThat(this.ledger.read(this.resident, "/api/v1/bills?billNumber=1" + "&billNumber=1".repeat(99))
			.path("items")
			.size()).isZero();
	}

	@Test
	void findsNoBillBeforeItsIssue() {
		String number = this.ledger.bill(this.customer, "250.00");

		assertThat(this.ledger.get(this.resident, "/api/v1/bills/" + number + "?asOf=2021-05-31").getStatus().value())
			.isEqualTo(404);
	}

	@Test
	void respondsAlikeForAForeignBillAndAnUnknownOne() {
		String foreign = this.ledger.bill(this.ledger.customer(), "250.00");

		JsonNode ofForeign = this.ledger.read(this.resident, "/api/v1/bills/" + foreign);
		JsonNode ofAbsent = this.ledger.read(this.resident, "/api/v1/bills/" + TestLedger.newNumber());

		assertThat(ofForeign.path("code").asString()).isEqualTo("not-found");
		assertThat(ofForeign.path("status").asInt()).isEqualTo(404);
		assertThat(ofAbsent.path("detail")).isEqualTo(ofForeign.path("detail"));
	}

}
