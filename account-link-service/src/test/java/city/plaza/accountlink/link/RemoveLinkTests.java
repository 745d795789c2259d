package city.plaza.accountlink.link;

import java.util.UUID;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The links that a resident has, and their end. */
@PlazaTest
class RemoveLinkTests {

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private TestEvents events;

	@Autowired
	private LinkingFixture fixture;

	@BeforeEach
	void knowTheCustomer() {
		this.fixture.know(this.number, this.name, 1);
	}

	@Test
	void listsTheCallersOwnLinksAlone() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.linked(UUID.randomUUID(), this.number, this.name);
		assertThat(this.fixture.links(this.resident)).singleElement().satisfies((link) -> {
			assertThat(link.id()).hasToString(id);
			assertThat(link.customerNumber()).isEqualTo(this.number);
			assertThat(link.name()).isEqualTo(this.name);
			assertThat(link.location()).isEqualTo("123 MAIN ST");
			assertThat(link.linkedAt()).isNotNull();
		});
		this.fixture.list(this.resident).expectBody().jsonPath("$.next").isEqualTo(null);
	}

	@Test
	void removesALinkAndPublishesIt() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.remove(this.resident, id).expectStatus().isNoContent();
		assertThat(this.fixture.links(this.resident)).isEmpty();
		JsonNode event = this.events.await(LinkEvents.TOPIC, "AccountUnlinked",
				(body) -> body.path("linkId").asString().equals(id));
		GoldenSamples.assertMatches(LinkEvents.TOPIC, "AccountUnlinked", event);
		assertThat(event.path("reason").asString()).isEqualTo("removed-by-resident");
	}

	@Test
	void finds404WhatIsForeignAbsentOrAlreadyRemoved() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.remove(UUID.randomUUID(), id).expectStatus().isNotFound();
		this.fixture.remove(this.resident, UUID.randomUUID().toString()).expectStatus().isNotFound();
		this.fixture.remove(this.resident, id).expectStatus().isNoContent();
		this.fixture.remove(this.resident, id).expectStatus().isNotFound();
		assertThat(this.events.all(LinkEvents.TOPIC)).filteredOn((event) -> event.key().equals(id))
			.filteredOn((event) -> event.type().equals("AccountUnlinked"))
			.hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void linksAgainAfterRemoval() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.remove(this.resident, id).expectStatus().isNoContent();
		assertThat(this.fixture.linked(this.resident, this.number, this.name)).isNotEqualTo(id);
	}

}
