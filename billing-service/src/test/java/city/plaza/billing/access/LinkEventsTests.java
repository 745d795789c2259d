package city.plaza.billing.access;

import java.time.Duration;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LinkEventsTests {

	private static final String TOPIC = "account-link.links";

	private static final String GOLDEN_LINK = "0198c0de-0000-7000-8000-000000000002";

	private static final String GOLDEN_RESIDENT = "0198c0de-0000-7000-8000-000000000001";

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private TestLedger ledger;

	private String customer;

	@BeforeEach
	void importsACustomer() {
		this.customer = this.ledger.customer();
	}

	@Test
	void givesAccessWithALinkAndTakesItWithItsEnd() {
		UUID resident = UUID.randomUUID();
		String bill = this.ledger.bill(this.customer, "250.00");
		assertThat(status(resident, "/api/v1/bills/" + bill)).isEqualTo(404);

		UUID link = this.ledger.link(resident, this.customer);
		assertThat(status(resident, "/api/v1/bills/" + bill)).isEqualTo(200);

		this.events.publish(TOPIC, link.toString(), "AccountUnlinked", golden("AccountUnlinked", link, resident));
		awaitStatus(resident, 404);
		assertThat(status(resident, "/api/v1/bills/" + bill)).isEqualTo(404);
		assertThat(status(resident, "/api/v1/customers/" + this.customer + "/bills")).isEqualTo(404);
	}

	@Test
	void takesAccessWhereALinkIsDisputedAndGivesItNotBackByALateEvent() {
		UUID resident = UUID.randomUUID();
		UUID link = this.ledger.link(resident, this.customer);
		this.events.publish(TOPIC, link.toString(), "AccountLinkSuspended",
				golden("AccountLinkSuspended", link, resident));
		awaitStatus(resident, 404);
		this.events.publish(TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", link, resident));
		UUID other = UUID.randomUUID();
		this.events.publish(TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", UUID.randomUUID(), other));
		awaitStatus(other, 200);
		assertThat(status(resident, "/api/v1/customers/" + this.customer)).isEqualTo(404);
	}

	@Test
	void readsTheGoldenSamplesHoweverOftenTheyCome() {
		UUID resident = UUID.randomUUID();
		UUID link = UUID.randomUUID();
		UUID linked = UUID.randomUUID();
		UUID unlinked = UUID.randomUUID();
		this.events.publish(linked, TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", link, resident));
		this.events.publish(linked, TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", link, resident));
		awaitStatus(resident, 200);

		this.events.publish(unlinked, TOPIC, link.toString(), "AccountUnlinked",
				golden("AccountUnlinked", link, resident));
		awaitStatus(resident, 404);
		this.events.publish(linked, TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", link, resident));
		this.events.publish(TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", link, resident));
		UUID other = UUID.randomUUID();
		this.events.publish(TOPIC, link.toString(), "AccountLinked", golden("AccountLinked", UUID.randomUUID(), other));

		awaitStatus(other, 200);
		assertThat(status(resident, "/api/v1/customers/" + this.customer)).isEqualTo(404);
	}

	@Test
	void keepsAccessThatAnotherLinkGives() {
		UUID resident = UUID.randomUUID();
		UUID first = this.ledger.link(resident, this.customer);
		UUID second = UUID.randomUUID();
		this.events.publish(TOPIC, second.toString(), "AccountLinked", golden("AccountLinked", second, resident));
		this.events.publish(TOPIC, second.toString(), "AccountUnlinked", golden("AccountUnlinked", second, resident));
		UUID other = UUID.randomUUID();
		this.events.publish(TOPIC, second.toString(), "AccountLinked",
				golden("AccountLinked", UUID.randomUUID(), other));

		awaitStatus(other, 200);
		awaitStatus(resident, 200);
		this.events.publish(TOPIC, first.toString(), "AccountUnlinked", golden("AccountUnlinked", first, resident));
		awaitStatus(resident, 404);
	}

	@Test
	void refusesAnonymousCallers() {
		this.client.get().uri("/api/v1/customers/" + this.customer).exchange().expectStatus().isUnauthorized();
	}

	private String golden(String type, UUID link, UUID resident) {
		return GoldenSamples.sample(TOPIC, type)
			.replace(GOLDEN_LINK, link.toString())
			.replace(GOLDEN_RESIDENT, resident.toString())
			.replace("100234", this.customer);
	}

	private void awaitStatus(UUID resident, int status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> status(resident, "/api/v1/customers/" + this.customer) == status);
	}

	private int status(UUID resident, String path) {
		return this.ledger.get(resident, path).getStatus().value();
	}

}
