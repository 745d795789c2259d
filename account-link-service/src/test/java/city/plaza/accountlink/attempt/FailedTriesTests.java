package city.plaza.accountlink.attempt;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FailedTriesTests {

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	private LinkingFixture fixture;

	@BeforeEach
	void knowTheCustomer() {
		this.fixture = new LinkingFixture(this.client, this.events, this.database);
		this.fixture.know(this.number, this.name, 1, this.number + "-001");
	}

	@Test
	void stopsAResidentAfterFive() {
		for (int i = 0; i < 5; i++) {
			fail(this.resident, LinkingFixture.newNumber(), LinkingFixture.newName());
		}
		refused(this.resident, this.number, this.name);
		this.fixture.linked(UUID.randomUUID(), this.number, this.name);
	}

	@Test
	void stopsTriesOnACustomerAfterFiveByWhateverNumber() {
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), (i % 2 == 0) ? this.number : this.number + "-001", LinkingFixture.newName());
		}
		refused(UUID.randomUUID(), this.number, this.name);
		refused(UUID.randomUUID(), this.number + " 001", this.name);
	}

	@Test
	void stopsTriesOnANumberThatNobodyHas() {
		String nobodys = LinkingFixture.newNumber();
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), nobodys, LinkingFixture.newName());
		}
		refused(UUID.randomUUID(), nobodys, LinkingFixture.newName());
	}

	@Test
	void stopsTriesWithANameInAllItsForms() {
		String typed = "DOE, " + this.name;
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), LinkingFixture.newNumber(), (i % 2 == 0) ? typed : this.name + " Doe");
		}
		refused(UUID.randomUUID(), LinkingFixture.newNumber(), "doe " + this.name);
	}

	@Test
	void isExactUnderParallelTries() {
		List<Integer> answers = IntStream.range(0, 12)
			.parallel()
			.mapToObj((i) -> this.fixture.link(UUID.randomUUID(), this.number, "GUESS " + i + " OF " + this.number)
				.returnResult(Void.class)
				.getStatus()
				.value())
			.toList();
		assertThat(answers).filteredOn((status) -> status == 422).hasSize(5);
		assertThat(answers).filteredOn((status) -> status == 429).hasSize(7);
	}

	@Test
	void countsNoSuccess() {
		for (int i = 0; i < 6; i++) {
			String id = this.fixture.linked(this.resident, this.number, this.name);
			this.fixture.remove(this.resident, id).expectStatus().isNoContent();
		}
	}

	@Test
	void countsNoRefusalEither() {
		stopsAResidentAfterFive();
		age(Duration.ofHours(23));
		refused(this.resident, this.number, this.name);
		age(Duration.ofHours(2));
		this.fixture.linked(this.resident, this.number, this.name);
	}

	@Test
	void saysWhenToTryAgain() {
		for (int i = 0; i < 5; i++) {
			fail(this.resident, LinkingFixture.newNumber(), LinkingFixture.newName());
		}
		String wait = this.fixture.link(this.resident, this.number, this.name)
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.RETRY_AFTER);
		assertThat(Duration.ofSeconds(Long.parseLong(String.valueOf(wait)))).isBetween(Duration.ofHours(23),
				Duration.ofHours(24));
	}

	@Test
	void forgetsWhatNoLongerCounts() {
		fail(this.resident, LinkingFixture.newNumber(), LinkingFixture.newName());
		age(Duration.ofHours(25));
		fail(UUID.randomUUID(), LinkingFixture.newNumber(), LinkingFixture.newName());
		Long old = this.database
			.sql("SELECT count(*) AS n FROM failed_try WHERE failed_at < now() - interval '24 hours'")
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
		assertThat(old).isZero();
	}

	private void fail(UUID who, String typedNumber, String typedName) {
		this.fixture.link(who, typedNumber, typedName)
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("no-such-customer-account");
	}

	private void refused(UUID who, String typedNumber, String typedName) {
		this.fixture.link(who, typedNumber, typedName)
			.expectStatus()
			.isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("too-many-tries");
	}

	/** Makes all tries so far older, as if time had passed. */
	private void age(Duration by) {
		this.database.sql("UPDATE failed_try SET failed_at = failed_at - :seconds * interval '1 second'")
			.bind("seconds", by.toSeconds())
			.fetch()
			.rowsUpdated()
			.block();
	}

}
