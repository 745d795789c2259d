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
class BillListTests {

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private TestLedger ledger;

	private String customer;

	private String bills;

	@BeforeEach
	void linksACustomer() {
		this.customer = this.ledger.customer();
		this.ledger.link(this.resident, this.customer);
		this.bills = "/api/v1/customers/" + this.customer + "/bills";
	}

	@Test
	void showsEveryFigureAsOfTheDate() {
		String first = this.ledger.bill(this.customer, "250.00");
		String second = this.ledger.bill(this.customer, "250.00");
		this.ledger.posting(first, "2021-08-20", "100.00");

		JsonNode list = asOf("2021-06-15");

		assertThat(list.path("customerNumber").asString()).isEqualTo(this.customer);
		assertThat(list.path("asOf").asString()).isEqualTo("2021-06-15");
		assertThat(list.path("billYears").path("from").asInt()).isEqualTo(2015);
		assertThat(list.path("billYears").path("to").asInt()).isEqualTo(2026);
		assertThat(list.path("count").asInt()).isEqualTo(2);
		assertThat(list.path("totalUnpaid").path("amount").asLong()).isEqualTo(50_000);
		assertThat(list.path("totalUnpaid").path("currency").asString()).isEqualTo("USD");
		assertThat(list.path("totalBalanceDue").path("amount").asLong()).isEqualTo(50_000);
		assertThat(list.path("next").isNull()).isTrue();
		JsonNode bill = list.path("items").path(0);
		assertThat(bill.path("billNumber").asString()).isEqualTo(first);
		assertThat(bill.path("billType").asString()).isEqualTo("CLAIMS");
		assertThat(bill.path("billYear").asInt()).isEqualTo(2021);
		assertThat(bill.path("payBy").asString()).isEqualTo("2021-07-02");
		assertThat(bill.path("totalUnpaid").path("amount").asLong()).isEqualTo(25_000);
		assertThat(bill.path("pendingWebPayment").asBoolean(true)).isFalse();
		assertThat(list.path("items").path(1).path("billNumber").asString()).isEqualTo(second);
	}

	@Test
	void takesAPostingOffFromItsDayOn() {
		String bill = this.ledger.bill(this.customer, "250.00");
		this.ledger.posting(bill, "2021-08-20", "100.00");

		assertThat(totalUnpaid("2021-08-19")).isEqualTo(25_000);
		assertThat(totalUnpaid("2021-08-20")).isEqualTo(15_000);
	}

	@Test
	void knowsNothingOfABillBeforeItsIssue() {
		this.ledger.bill(this.customer, "250.00");

		assertThat(asOf("2021-05-31").path("count").asInt()).isZero();
		assertThat(totalUnpaid("2021-05-31")).isZero();
		assertThat(asOf("2021-06-01").path("count").asInt()).isOne();
	}

	@Test
	void keepsPaidBillsInTheList() {
		String bill = this.ledger.bill(this.customer, "250.00");
		this.ledger.posting(bill, "2021-08-20", "250.00");

		JsonNode list = this.ledger.read(this.resident, this.bills);

		assertThat(list.path("count").asInt()).isOne();
		assertThat(list.path("items").path(0).path("totalUnpaid").path("amount").asLong(-1)).isZero();
	}

	@Test
	void leavesOutBillsOfYearsThatAreNotShown() {
		String old = TestLedger.newNumber();
		this.ledger.good("bills", TestLedger.BILLS + old + "," + this.customer
				+ ",CLAIMS,2014,2014-06-01,2014-07-02,USD,1,DAMAGED SIGN,10.00\n");

		assertThat(this.ledger.read(this.resident, this.bills).path("count").asInt(-1)).isZero();
		assertThat(this.ledger.get(this.resident, "/api/v1/bills/" + old).getStatus().value()).isEqualTo(404);
	}

	@Test
	void addsUpAllBillsWhateverThePage() {
		for (int at = 0; at < 5; at++) {
			this.ledger.bill(this.customer, "10.01");
		}

		JsonNode first = this.ledger.read(this.resident, this.bills + "?limit=2");
		JsonNode second = next(first);
		JsonNode third = next(second);

		assertThat(first.path("items").size()).isEqualTo(2);
		assertThat(second.path("items").size()).isEqualTo(2);
		assertThat(third.path("items").size()).isOne();
		assertThat(third.path("next").isNull()).isTrue();
		for (JsonNode page : new JsonNode[] { first, second, third }) {
			assertThat(page.path("count").asInt()).isEqualTo(5);
			assertThat(page.path("totalUnpaid").path("amount").asLong()).isEqualTo(5_005);
		}
		assertThat(numbers(first, second, third)).doesNotHaveDuplicates().hasSize(5);
	}

	@Test
	void refusesWhatIsNoDate() {
		for (String date : new String[] { "15.06.2021", "2021-02-30", "%2B999999-01-01", "2021-06-15T00:00" }) {
			JsonNode problem = this.ledger.read(this.resident, this.bills + "?asOf=" + date);
			assertThat(problem.path("code").asString()).as(date).isEqualTo("invalid-date");
			assertThat(problem.path("field").asString()).isEqualTo("asOf");
		}
	}

	@Test
	void refusesACursorThatItDidNotGive() {
		for (String cursor : new String[] { "nonsense", "MTIz", "OTk5OTk5OTk5OTk5OTk6MQ", "OjE" }) {
			JsonNode problem = this.ledger.read(this.resident, this.bills + "?cursor=" + cursor);
			assertThat(problem.path("code").asString()).as(cursor).isEqualTo("invalid-cursor");
		}
	}

	@Test
	void refusesALimitOutOfReason() {
		assertThat(this.ledger.read(this.resident, this.bills + "?limit=0").path("code").asString())
			.isEqualTo("invalid-limit");
		assertThat(this.ledger.read(this.resident, this.bills + "?limit=201").path("code").asString())
			.isEqualTo("invalid-limit");
	}

	private JsonNode asOf(String date) {
		return this.ledger.read(this.resident, this.bills + "?asOf=" + date);
	}

	private long totalUnpaid(String date) {
		return asOf(date).path("totalUnpaid").path("amount").asLong(-1);
	}

	private JsonNode next(JsonNode page) {
		return this.ledger.read(this.resident, this.bills + "?limit=2&cursor=" + page.path("next").asString());
	}

	private static java.util.List<String> numbers(JsonNode... pages) {
		return java.util.Arrays.stream(pages)
			.flatMap((page) -> page.path("items").valueStream())
			.map((item) -> item.path("billNumber").asString())
			.toList();
	}

}
