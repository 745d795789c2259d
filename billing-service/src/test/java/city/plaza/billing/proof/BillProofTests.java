package city.plaza.billing.proof;

import java.util.List;
import java.util.stream.IntStream;

import city.plaza.billing.TestLedger;
import city.plaza.billing.money.Money;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class BillProofTests {

	private static final String TOPIC = "billing.bill-proofs";

	@Autowired
	private TestEvents events;

	@Autowired
	private BillDigest digest;

	@Autowired
	private TestLedger ledger;

	@Test
	void makesTheProofOfTheGoldenSample() {
		JsonNode sample = JsonMapper.shared().readTree(GoldenSamples.sample(TOPIC, "BillProofsChanged"));
		assertThat(sample.path("proofs").path(0).asString()).isEqualTo(proof("100234", "62825", 25_000))
			.isEqualTo(proof("100234", " 628-25", 25_000));
	}

	@Test
	void publishesTheProofsOfACustomersBillsAndNothingElseOfThem() {
		String customer = this.ledger.customer();
		String first = this.ledger.bill(customer, "250.00");
		String second = this.ledger.bill(customer, "19.99");
		JsonNode event = awaitProofs(customer, proof(customer, first, 25_000), proof(customer, second, 1_999));
		GoldenSamples.assertMatches(TOPIC, "BillProofsChanged", event);
		assertThat(event.toString()).doesNotContain(first, second, "25000", "EXAMPLE");
	}

	@Test
	void followsABillThatChanges() {
		String customer = this.ledger.customer();
		String other = this.ledger.customer();
		String bill = this.ledger.bill(customer, "250.00");
		JsonNode before = awaitProofs(customer, proof(customer, bill, 25_000));
		this.ledger.good("bills", TestLedger.BILLS + bill + "," + other
				+ ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,DAMAGED SIGN,300.00\n");
		awaitProofs(other, proof(other, bill, 30_000));
		JsonNode after = awaitProofs(customer);
		assertThat(after.path("version").asLong()).isGreaterThan(before.path("version").asLong());
	}

	@Test
	void publishesTheFiftyLatestBillsOfACustomerWithMore() {
		String customer = this.ledger.customer();
		StringBuilder file = new StringBuilder(TestLedger.BILLS);
		List<String> bills = IntStream.range(0, 60).mapToObj((i) -> TestLedger.newNumber()).toList();
		for (int i = 0; i < bills.size(); i++) {
			file.append("%s,%s,CLAIMS,2021,2021-01-01,2021-%02d-%02d,USD,1,SIGN,1.00%n".formatted(bills.get(i),
					customer, i / 28 + 1, i % 28 + 1));
		}
		this.ledger.good("bills", file.toString());
		JsonNode event = this.events.await(TOPIC, "BillProofsChanged",
				(body) -> body.path("customerNumber").asString().equals(customer));
		assertThat(proofs(event)).hasSize(50)
			.contains(proof(customer, bills.get(59), 100), proof(customer, bills.get(10), 100))
			.doesNotContain(proof(customer, bills.get(9), 100));
	}

	private JsonNode awaitProofs(String customer, String... proofs) {
		return this.events.await(TOPIC, "BillProofsChanged",
				(body) -> body.path("customerNumber").asString().equals(customer)
						&& proofs(body).size() == proofs.length && proofs(body).containsAll(List.of(proofs)));
	}

	private static List<String> proofs(JsonNode body) {
		return body.path("proofs").valueStream().map(JsonNode::asString).toList();
	}

	private String proof(String customer, String bill, long cents) {
		return this.digest.of(customer, bill, new Money(cents, "USD"));
	}

}
