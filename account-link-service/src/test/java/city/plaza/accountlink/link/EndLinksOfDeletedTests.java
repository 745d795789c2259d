package city.plaza.accountlink.link;

import java.util.UUID;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class EndLinksOfDeletedTests {

	private static final String TOPIC = "identity.residents";

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private TestEvents events;

	@Autowired
	private LinkingFixture fixture;

	@Test
	void endsAllOfTheResidentAndNobodyElses() {
		String second = LinkingFixture.newNumber();
		UUID neighbour = UUID.randomUUID();
		this.fixture.know(this.number, this.name, 1);
		this.fixture.know(second, this.name, 1);
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.linked(this.resident, second, this.name);
		this.fixture.linked(neighbour, this.number, this.name);
		UUID event = UUID.randomUUID();
		delete(event);
		delete(event);
		Awaitility.await().until(() -> this.fixture.links(this.resident).isEmpty());
		assertThat(this.fixture.links(neighbour)).hasSize(1);
		JsonNode unlinked = this.events.await(LinkEvents.TOPIC, "AccountUnlinked",
				(body) -> body.path("linkId").asString().equals(id));
		GoldenSamples.assertMatches(LinkEvents.TOPIC, "AccountUnlinked", unlinked);
		assertThat(unlinked.path("reason").asString()).isEqualTo("resident-deleted");
		assertThat(this.events.all(LinkEvents.TOPIC)).filteredOn((sent) -> sent.key().equals(id))
			.filteredOn((sent) -> sent.type().equals("AccountUnlinked"))
			.hasSize(1);
	}

	private void delete(UUID event) {
		this.events.publish(event, TOPIC, this.resident.toString(), ResidentDeleted.TYPE,
				GoldenSamples.sample(TOPIC, ResidentDeleted.TYPE)
					.replace("0198c0de-0000-7000-8000-000000000001", this.resident.toString()));
	}

}
