package city.plaza.billing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import city.plaza.platform.testing.api.AccessMatrix;
import city.plaza.platform.testing.api.OwnershipMatrix;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a resident may see of the bills, customers and payments of others, linked once
 * ones included: nothing, not even that they exist.
 */
@PlazaTest
class OwnershipTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestLedger ledger;

	@Autowired
	private TestEvents events;

	@Test
	void foreignThingsLookLikeAbsentOnes() throws IOException {
		AccessMatrix.Result result = OwnershipMatrix.call(this.client, Path.of("src/test/resources/access.txt"),
				Map.of("/api/v1/bills/{billNumber}", this::bill, "/api/v1/customers/{customerNumber}", this::customer,
						"/api/v1/payments/{id}", this::payment));
		assertThat(result.wrong()).isEmpty();
		assertThat(result.calls()).isGreaterThanOrEqualTo(28);
	}

	private OwnershipMatrix.Owned customer() {
		UUID resident = UUID.randomUUID();
		String customer = this.ledger.customer();
		String before = linkedOnce(customer);
		this.ledger.link(resident, customer);
		return owned(customer, TestLedger.newNumber(), resident, before);
	}

	private OwnershipMatrix.Owned bill() {
		UUID resident = UUID.randomUUID();
		String customer = this.ledger.customer();
		String before = linkedOnce(customer);
		this.ledger.link(resident, customer);
		return owned(this.ledger.bill(customer, "250.00"), TestLedger.newNumber(), resident, before);
	}

	private OwnershipMatrix.Owned payment() {
		UUID resident = UUID.randomUUID();
		String customer = this.ledger.customer();
		String before = linkedOnce(customer);
		this.ledger.link(resident, customer);
		String bill = this.ledger.bill(customer, "250.00");
		byte[] started = this.client.post()
			.uri("/api/v1/payments")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(resident)))
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("""
					{"allocations": [{"billNumber": "%s", "amount": {"amount": 25000, "currency": "USD"}}]}"""
				.formatted(bill))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseBody();
		String id = JsonMapper.shared().readTree(started).path("id").asString();
		return owned(id, UUID.randomUUID().toString(), resident, before);
	}

	/** A resident who was linked to a customer until a moment ago. */
	private String linkedOnce(String customer) {
		UUID resident = UUID.randomUUID();
		UUID link = this.ledger.link(resident, customer);
		this.events.publish("account-link.links", link.toString(), "AccountUnlinked", """
				{"linkId": "%s", "residentId": "%s", "customerNumber": "%s", "unlinkedAt": "%s"}""".formatted(link,
				resident, customer, Instant.now()));
		Awaitility.await()
			.until(() -> this.ledger.get(resident, "/api/v1/customers/" + customer)
				.getStatus() == HttpStatus.NOT_FOUND);
		return TestTokens.resident(resident);
	}

	private static OwnershipMatrix.Owned owned(String id, String absent, UUID owner, String linkedOnce) {
		return new OwnershipMatrix.Owned(id, absent, TestTokens.resident(owner),
				Map.of("another resident", TestTokens.resident(UUID.randomUUID()), "somebody linked once", linkedOnce,
						"finance", TestTokens.staff("finance")));
	}

}
