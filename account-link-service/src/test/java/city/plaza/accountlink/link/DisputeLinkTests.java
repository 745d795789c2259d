package city.plaza.accountlink.link;

import java.util.Map;
import java.util.UUID;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class DisputeLinkTests {

	private final UUID first = UUID.randomUUID();

	private final UUID second = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Seal seal;

	@Autowired
	private LinkingFixture fixture;

	@BeforeEach
	void linkTheFirstResident() {
		this.fixture.know(this.number, this.name, 1);
		this.fixture.linked(this.first, this.number, this.name);
	}

	@Test
	void notifiesTheOtherResidentsOfANewLinkAndNotOfWhoseItIs() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		JsonNode event = awaitNotice(link, this.first);
		GoldenSamples.assertMatches(LinkEvents.TOPIC, "LinkNoticeRequested", event);
		assertThat(event.toString()).doesNotContain(this.second.toString());
		assertThat(countNotices(link)).isOne();
	}

	@Test
	void suspendsTheNewLinkAndPublishesIt() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		dispute(tokenFor(link, this.first)).expectStatus().isNoContent();
		assertThat(this.fixture.links(this.second)).isEmpty();
		assertThat(this.fixture.links(this.first)).hasSize(1);
		JsonNode event = this.events.await(LinkEvents.TOPIC, "AccountLinkSuspended",
				(body) -> body.path("linkId").asString().equals(link));
		GoldenSamples.assertMatches(LinkEvents.TOPIC, "AccountLinkSuspended", event);
		assertThat(event.path("residentId").asString()).isEqualTo(this.second.toString());
		assertThat(event.toString()).doesNotContain(this.first.toString());
	}

	@Test
	void answersTheSameToASecondUseAndChangesNothing() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		String token = tokenFor(link, this.first);
		dispute(token).expectStatus().isNoContent();
		this.database.sql("update customer_link set state = 'standing' where id = :id")
			.bind("id", UUID.fromString(link))
			.fetch()
			.rowsUpdated()
			.block();
		dispute(token).expectStatus().isNoContent();
		assertThat(this.fixture.links(this.second)).hasSize(1);
	}

	@Test
	void letsTheDisputedResidentNeitherLinkAgainNorRemoveTheLink() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		dispute(tokenFor(link, this.first)).expectStatus().isNoContent();
		this.fixture.remove(this.second, link).expectStatus().isNotFound();
		assertThat(LinkingFixture
			.code(this.fixture.link(this.second, this.number, this.name).expectStatus().isEqualTo(HttpStatus.CONFLICT)))
			.isEqualTo("link-suspended");
	}

	@Test
	void disputesALinkThatWasRemovedAndMadeAgainMeanwhile() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		String token = tokenFor(link, this.first);
		this.fixture.remove(this.second, link).expectStatus().isNoContent();
		String again = this.fixture.linked(this.second, this.number, this.name);
		dispute(token).expectStatus().isNoContent();
		assertThat(this.fixture.links(this.second)).isEmpty();
		this.events.await(LinkEvents.TOPIC, "AccountLinkSuspended",
				(body) -> body.path("linkId").asString().equals(again));
		assertThat(countNotices(again)).as("mails about one resident and one account in a day").isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or true --" })
	void knowsNoGuessedToken(String guess) {
		assertThat(LinkingFixture.code(dispute(guess).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)))
			.isEqualTo("unknown-dispute");
	}

	@Test
	void takesNoTokenThatIsTooOld() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		String token = tokenFor(link, this.first);
		this.database.sql("update link_dispute set expires_at = now() where resident_id = :resident")
			.bind("resident", this.second)
			.fetch()
			.rowsUpdated()
			.block();
		dispute(token).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.fixture.links(this.second)).hasSize(1);
	}

	@Test
	void keepsNoTokenInTheDatabase() {
		String link = this.fixture.linked(this.second, this.number, this.name);
		String token = tokenFor(link, this.first);
		String stored = this.database.sql("""
				select (select string_agg(d::text, ' ') from link_dispute d)
				  || coalesce((select string_agg(data, ' ') from outbox), '') as stored
				""").map((row) -> row.get("stored", String.class)).one().block();
		assertThat(stored).doesNotContain(token);
	}

	private WebTestClient.ResponseSpec dispute(String token) {
		return this.client.post().uri(LinkingFixture.LINKS + "/disputes").bodyValue(Map.of("token", token)).exchange();
	}

	private String tokenFor(String link, UUID reader) {
		JsonNode event = awaitNotice(link, reader);
		return this.seal.open(event.path("sealedToken").asString(), event.path("disputeId").asString());
	}

	private JsonNode awaitNotice(String link, UUID reader) {
		return this.events.await(LinkEvents.TOPIC, "LinkNoticeRequested",
				(body) -> body.path("linkId").asString().equals(link)
						&& body.path("residentId").asString().equals(reader.toString()));
	}

	private long countNotices(String link) {
		return this.events.all(LinkEvents.TOPIC)
			.stream()
			.filter((event) -> event.key().equals(link) && event.type().equals("LinkNoticeRequested"))
			.count();
	}

}
