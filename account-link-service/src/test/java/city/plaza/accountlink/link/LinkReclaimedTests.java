package city.plaza.accountlink.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.Event;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LinkReclaimedTests {

	private static final String RESIDENTS = "identity.residents";

	private static final String WAITING_FOR_THE_CUSTOMER = """
			select count(*) as n from pg_stat_activity
			where datname = current_database() and wait_event = 'advisory'
			  and query like '%pg_advisory_xact_lock%'
			""";

	private final UUID resident = UUID.randomUUID();

	private final String first = LinkingFixture.newNumber();

	private final String second = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private TestEvents events;

	@Autowired
	private LinkingFixture fixture;

	@Autowired
	private LinkReclaimed linkReclaimed;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Test
	void readsTheGoldenSample() {
		assertThat(JsonMapper.shared()
			.readValue(GoldenSamples.sample(RESIDENTS, LegacyResidentReclaimed.TYPE), LegacyResidentReclaimed.class))
			.isEqualTo(
					new LegacyResidentReclaimed(new ResidentId(UUID.fromString("0197a000-0000-7000-8000-000000000001")),
							List.of("100234", "100235"), Instant.parse("2026-11-02T15:09:05Z")));
	}

	@Test
	void linksEachCustomerOfTheOldAccountAndPublishesIt() {
		know(this.first, this.second);
		reclaim(this.resident, this.second, this.first, this.first);
		awaitLinks(this.resident, this.first, this.second);
		JsonNode event = awaitLinked(this.resident, this.first);
		GoldenSamples.assertMatches(LinkEvents.TOPIC, AccountLinked.TYPE, event);
		assertThat(event.path("customerName").asString()).isEqualTo(this.name);
		awaitLinked(this.resident, this.second);
	}

	@Test
	void linksNothingOfAnOldAccountWithoutCustomers() {
		reclaim(this.resident);
		awaitRead();
		assertThat(this.fixture.links(this.resident)).hasSize(1);
	}

	@Test
	void linksOnceHoweverOftenTheEventComes() {
		know(this.first);
		UUID event = UUID.randomUUID();
		reclaim(event, this.resident, this.resident, this.first, this.second);
		reclaim(event, this.resident, this.resident, this.first, this.second);
		reclaim(this.resident, this.first, this.second);
		know(this.second);
		awaitRead();
		awaitLinks(this.resident, this.first, this.second, marker());
		awaitLinked(this.resident, this.first);
		awaitLinked(this.resident, this.second);
		assertThat(linked(this.resident, this.first)).hasSize(1);
		assertThat(linked(this.resident, this.second)).hasSize(1);
	}

	@Test
	void keepsACustomerThatIsNotKnownUntilItIs() {
		know(this.first);
		reclaim(this.resident, this.second, this.first);
		awaitLinks(this.resident, this.first);
		know(this.second);
		awaitLinks(this.resident, this.first, this.second);
		awaitLinked(this.resident, this.second);
		this.fixture.know(this.second, this.name, 2);
		assertThat(linked(this.resident, this.second)).hasSize(1);
	}

	/** A customer number is the city's, an account number may be two customers'. */
	@Test
	void linksByTheCustomerNumberAlone() {
		this.fixture.know(this.first, this.name, 1, this.second);
		reclaim(this.resident, this.second);
		awaitRead();
		awaitLinks(this.resident, marker());
	}

	@Test
	void leavesALinkAsItIsThatTheResidentMadeBefore() {
		know(this.first, this.second);
		String made = this.fixture.linked(this.resident, this.first, this.name);
		reclaim(this.resident, this.first, this.second);
		awaitLinks(this.resident, this.first, this.second);
		assertThat(this.fixture.links(this.resident)).first()
			.satisfies((link) -> assertThat(link.id()).hasToString(made));
		awaitLinked(this.resident, this.second);
		assertThat(linked(this.resident, this.first)).hasSize(1);
	}

	@Test
	void bringsNothingBackThatTheResidentRemovedAfterwards() {
		know(this.first);
		reclaim(this.resident, this.first);
		awaitLinks(this.resident, this.first);
		this.fixture.remove(this.resident, this.fixture.links(this.resident).getFirst().id().toString())
			.expectStatus()
			.isNoContent();
		reclaim(this.resident, this.first);
		awaitRead();
		this.fixture.know(this.first, this.name, 2);
		awaitLinks(this.resident, marker());
	}

	@Test
	void leavesALinkSuspendedThatWasDisputed() {
		know(this.first);
		this.fixture.linked(this.resident, this.first, this.name);
		this.database.sql("update customer_link set state = 'suspended' where resident_id = :resident")
			.bind("resident", this.resident)
			.fetch()
			.rowsUpdated()
			.block();
		reclaim(this.resident, this.first);
		awaitRead();
		awaitLinks(this.resident, marker());
	}

	@Test
	void linksNothingForAResidentWhoDeletedTheAccount() {
		know(this.first);
		reclaim(this.resident, this.first, this.second);
		awaitLinks(this.resident, this.first);
		this.events.publish(RESIDENTS, this.resident.toString(), ResidentDeleted.TYPE,
				GoldenSamples.sample(RESIDENTS, ResidentDeleted.TYPE)
					.replace("0198c0de-0000-7000-8000-000000000001", this.resident.toString()));
		Awaitility.await().until(() -> this.fixture.links(this.resident).isEmpty());
		String third = LinkingFixture.newNumber();
		know(this.second, third);
		reclaim(this.resident, this.first, this.second, third);
		UUID neighbour = UUID.randomUUID();
		reclaim(UUID.randomUUID(), this.resident, neighbour, third);
		awaitLinks(neighbour, third);
		assertThat(this.fixture.links(this.resident)).isEmpty();
		assertThat(linked(this.resident, this.second)).isEmpty();
		assertThat(claims()).isZero();
	}

	@Test
	void notifiesTheOtherResidentOfTheCustomerAsOfAnyNewLink() {
		UUID other = UUID.randomUUID();
		know(this.first);
		reclaim(other, this.first);
		awaitLinks(other, this.first);
		reclaim(this.resident, this.first);
		awaitLinks(this.resident, this.first);
		String link = awaitLinked(this.resident, this.first).path("linkId").asString();
		JsonNode notice = this.events.await(LinkEvents.TOPIC, LinkNoticeRequested.TYPE,
				(body) -> body.path("linkId").asString().equals(link));
		assertThat(notice.path("residentId").asString()).isEqualTo(other.toString());
		assertThat(notice.toString()).doesNotContain(this.resident.toString());
	}

	@Test
	void linksAllWhoWaitForACustomerAndNotifiesOneOfTheOther() {
		UUID other = UUID.randomUUID();
		reclaim(this.resident, this.first);
		reclaim(UUID.randomUUID(), this.resident, other, this.first);
		awaitRead();
		know(this.first);
		awaitLinks(other, this.first);
		awaitLinks(this.resident, marker(), this.first);
		List<String> links = Stream.of(this.resident, other)
			.map((one) -> awaitLinked(one, this.first).path("linkId").asString())
			.toList();
		this.events.await(LinkEvents.TOPIC, LinkNoticeRequested.TYPE,
				(body) -> links.contains(body.path("linkId").asString()));
		assertThat(this.events.all(LinkEvents.TOPIC)).filteredOn((event) -> links.contains(event.key()))
			.filteredOn((event) -> event.type().equals(LinkNoticeRequested.TYPE))
			.hasSize(1);
	}

	/** More than the limit of tries; a wrong name after them is still checked. */
	@Test
	void countsNoTry() {
		know(this.first);
		reclaim(this.resident, Stream.generate(LinkingFixture::newNumber).limit(8).toArray(String[]::new));
		awaitRead();
		this.fixture.link(this.resident, this.first, "SOMEBODY ELSE")
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		this.fixture.linked(this.resident, this.first, this.name);
	}

	/** The customer waits for the claim's transaction, and then finds the claim. */
	@Test
	void missesNoCustomerThatBecomesKnownAtTheSameTime() {
		Mono<Void> claim = this.linkReclaimed.reclaimed(event(this.first));
		Mono<Void> meanwhile = Mono.<Void>fromRunnable(this::publishTheCustomerAndAwaitThatItWaits)
			.subscribeOn(Schedulers.boundedElastic());
		this.transactions.inOne(claim.then(meanwhile)).block(Duration.ofSeconds(60));
		awaitLinks(this.resident, this.first);
	}

	@Test
	void linksWhicheverComesFirst() {
		List<String> numbers = Stream.generate(LinkingFixture::newNumber).limit(30).toList();
		numbers.forEach((number) -> {
			reclaim(this.resident, number);
			publishCustomer(number);
		});
		awaitLinks(this.resident, numbers.toArray(String[]::new));
	}

	private void publishTheCustomerAndAwaitThatItWaits() {
		publishCustomer(this.first);
		Awaitility.await("the customer's event to wait")
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.database.sql(WAITING_FOR_THE_CUSTOMER)
				.map((row) -> row.get("n", Long.class))
				.one()
				.block() > 0);
	}

	private void publishCustomer(String number) {
		this.events.publish("billing.customers", number, "CustomerChanged", LinkingFixture.state(number, this.name, 1));
	}

	private void know(String... numbers) {
		for (String number : numbers) {
			this.fixture.know(number, this.name, 1);
		}
	}

	private void reclaim(UUID who, String... numbers) {
		reclaim(UUID.randomUUID(), who, who, numbers);
	}

	private void reclaim(UUID event, UUID key, UUID who, String... numbers) {
		this.events.publish(event, RESIDENTS, key.toString(), LegacyResidentReclaimed.TYPE,
				JsonMapper.shared().writeValueAsString(new Body(who, List.of(numbers), "2026-11-02T15:09:05Z")));
	}

	/** Links one more customer by an event behind all others of the resident. */
	private void awaitRead() {
		know(marker());
		reclaim(this.resident, marker());
		Awaitility.await("the events of " + this.resident + " to be read")
			.atMost(Duration.ofSeconds(30))
			.until(() -> numbers(this.resident).contains(marker()));
	}

	private String marker() {
		return this.first + "M";
	}

	private void awaitLinks(UUID who, String... numbers) {
		Awaitility.await("the links of " + who)
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(numbers(who)).containsExactlyInAnyOrder(numbers));
	}

	private List<String> numbers(UUID who) {
		return this.fixture.links(who).stream().map(LinkingFixture.Link::customerNumber).toList();
	}

	private JsonNode awaitLinked(UUID who, String number) {
		return this.events.await(LinkEvents.TOPIC, AccountLinked.TYPE, (body) -> isOf(body, who, number));
	}

	private List<TestEvent> linked(UUID who, String number) {
		return this.events.all(LinkEvents.TOPIC)
			.stream()
			.filter((event) -> event.type().equals(AccountLinked.TYPE) && isOf(event.body(), who, number))
			.toList();
	}

	private static boolean isOf(JsonNode body, UUID who, String number) {
		return body.path("residentId").asString().equals(who.toString())
				&& body.path("customerNumber").asString().equals(number);
	}

	private long claims() {
		Long count = this.database.sql("select count(*) as n from legacy_claim where resident_id = :resident")
			.bind("resident", this.resident)
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
		return (count != null) ? count : -1;
	}

	private Event<LegacyResidentReclaimed> event(String number) {
		return new Event<>(UUID.randomUUID(), LegacyResidentReclaimed.TYPE, this.resident.toString(), Instant.EPOCH,
				new LegacyResidentReclaimed(new ResidentId(this.resident), List.of(number), Instant.EPOCH));
	}

	record Body(UUID residentId, List<String> customerNumbers, String reclaimedAt) {
	}

}
