package city.plaza.accountlink.customer;

import java.util.UUID;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FollowCustomersTests {

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private TestEvents events;

	@Autowired
	private LinkingFixture fixture;

	@Test
	void replacesTheNumbersWithThoseOfANewerState() {
		this.fixture.know(this.number, this.name, 1, this.number + "-OLD");
		this.fixture.know(this.number, this.name, 2, this.number + "-NEW");
		this.fixture.link(this.resident, this.number + "-OLD", this.name).expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, this.number + "-NEW", this.name).expectStatus().isCreated();
	}

	@Test
	void ignoresAnOlderStateThatComesLate() {
		this.fixture.know(this.number, this.name, 3, this.number + "-NEW");
		this.events.publish("billing.customers", this.number, "CustomerChanged",
				LinkingFixture.state(this.number, "FORMER HOLDER", 2, this.number + "-OLD"));
		markThatTheStreamIsRead();
		this.fixture.link(this.resident, this.number, "FORMER HOLDER").expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, this.number + "-OLD", this.name).expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, this.number + "-NEW", this.name).expectStatus().isCreated();
	}

	@Test
	void appliesTheSameEventOnce() {
		UUID id = UUID.randomUUID();
		String state = LinkingFixture.state(this.number, this.name, 1, this.number + "-001", this.number + "-001",
				this.number);
		this.events.publish(id, "billing.customers", this.number, "CustomerChanged", state);
		this.events.publish(id, "billing.customers", this.number, "CustomerChanged", state);
		markThatTheStreamIsRead();
		this.fixture.linked(this.resident, this.number + "-001", this.name);
	}

	/** The ledger writes a dash where an account has no number yet. */
	@Test
	void findsNobodyByADashThatStandsForNoNumber() {
		this.fixture.know(this.number, this.name, 1, "-", " ", this.number + "-001");
		this.fixture.link(this.resident, "-", this.name).expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, " \u2013 ", this.name).expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, this.number + "001", this.name).expectStatus().isCreated();
	}

	@Test
	void showsTheCustomerAsItIsNow() {
		this.fixture.know(this.number, this.name, 1);
		this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.know(this.number, "RENAMED", 2);
		assertThat(this.fixture.links(this.resident)).extracting(LinkingFixture.Link::name).containsExactly("RENAMED");
	}

	/** A later state of the same key: when it is here, all before it is read. */
	private void markThatTheStreamIsRead() {
		this.events.publish("billing.customers", this.number, "Marker", "{}");
		String marker = this.number;
		this.events.publish("billing.customers", marker, "CustomerChanged",
				LinkingFixture.state(marker + "M", LinkingFixture.newName(), 1));
		this.fixture.awaitVersion(marker + "M", 1);
	}

}
