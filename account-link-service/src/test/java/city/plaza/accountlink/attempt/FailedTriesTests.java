package city.plaza.accountlink.attempt;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FailedTriesTests {

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private DatabaseClient database;

	@Autowired
	private LinkingFixture fixture;

	@BeforeEach
	void knowTheCustomer() {
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
	void stopsAResidentOnOneCustomerAfterFiveByWhateverNumber() {
		for (int i = 0; i < 5; i++) {
			fail(this.resident, (i % 2 == 0) ? this.number : this.number + "-001", LinkingFixture.newName());
		}
		refused(this.resident, this.number, this.name);
	}

	@Test
	void asksForABillAfterFiveTriesOfOthersOnTheCustomer() {
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), (i % 2 == 0) ? this.number : this.number + "-001", LinkingFixture.newName());
		}
		asksForABill(this.resident, this.number, this.name);
		asksForABill(UUID.randomUUID(), this.number + " 001", this.name);
		asksForABill(UUID.randomUUID(), this.number, LinkingFixture.newName());
	}

	@Test
	void asksAlikeForAnUnknownNumber() {
		String nobodys = LinkingFixture.newNumber();
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), nobodys, LinkingFixture.newName());
		}
		asksForABill(UUID.randomUUID(), nobodys, LinkingFixture.newName());
		proofRefused(UUID.randomUUID(), nobodys, LinkingFixture.newName(), "62825", 25_000);
	}

	@Test
	void asksForABillAfterTwentyAccountsTriedTheName() {
		String typed = "DOE, " + this.name;
		for (int i = 0; i < 20; i++) {
			this.fixture.link(UUID.randomUUID(), LinkingFixture.newNumber(), (i % 2 == 0) ? typed : this.name + " Doe");
		}
		asksForABill(UUID.randomUUID(), LinkingFixture.newNumber(), "doe " + this.name);
	}

	@Test
	void asksForABillAfterThirtyTriesFromOneNetwork() {
		LinkingFixture network = this.fixture.from("2001:db8:ffff:1::7");
		for (int i = 0; i < 30; i++) {
			assertThat(LinkingFixture
				.code(network.link(UUID.randomUUID(), LinkingFixture.newNumber(), LinkingFixture.newName())))
				.isEqualTo("no-such-customer-account");
		}
		assertThat(LinkingFixture
			.code(this.fixture.from("2001:db8:ffff:1::8").link(this.resident, this.number, this.name)))
			.isEqualTo("further-proof-required");
		this.fixture.from("2001:db8:ffff:2::8").linked(this.resident, this.number, this.name);
	}

	@Test
	void letsTheRightResidentInByABillHoweverManyOthersTried() {
		this.fixture.knowBill(this.number, "62825", 25_000, 1);
		for (int i = 0; i < 20; i++) {
			this.fixture.link(UUID.randomUUID(), this.number, "GUESS " + i + " OF " + this.number);
			this.fixture.link(UUID.randomUUID(), this.number, "GUESS " + i + " OF " + this.number, "1", 1);
		}
		this.fixture.link(this.resident, this.number, this.name, " 628-25", 25_000)
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.customerNumber")
			.isEqualTo(this.number);
	}

	@Test
	void refusesAWrongNameABillOfAnotherAndAWrongAmountAlike() {
		String other = LinkingFixture.newNumber();
		this.fixture.knowBill(this.number, "62825", 25_000, 1);
		this.fixture.knowBill(other, "70001", 5_000, 1);
		useUpTheCustomer();
		proofRefused(UUID.randomUUID(), this.number, this.name, "70001", 5_000);
		proofRefused(UUID.randomUUID(), this.number, this.name, "62825", 25_001);
		proofRefused(UUID.randomUUID(), this.number, LinkingFixture.newName(), "62825", 25_000);
	}

	@Test
	void countsWrongBillsOfAResidentApart() {
		this.fixture.knowBill(this.number, "62825", 25_000, 1);
		useUpTheCustomer();
		for (int i = 0; i < 5; i++) {
			proofRefused(this.resident, this.number, this.name, "62825", i);
		}
		this.fixture.link(this.resident, this.number, this.name, "62825", 25_000)
			.expectStatus()
			.isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		this.fixture.link(UUID.randomUUID(), this.number, this.name, "62825", 25_000).expectStatus().isCreated();
	}

	@Test
	void forgetsABillThatTheCustomerNoLongerHas() {
		this.fixture.knowBill(this.number, "62825", 25_000, 1);
		this.fixture.knowBill(this.number, "62825", 26_000, 2);
		useUpTheCustomer();
		proofRefused(this.resident, this.number, this.name, "62825", 25_000);
		this.fixture.link(this.resident, this.number, this.name, "62825", 26_000).expectStatus().isCreated();
	}

	@Test
	void isExactUnderParallelTries() {
		List<Integer> answers = IntStream.range(0, 12)
			.parallel()
			.mapToObj((i) -> this.fixture.link(this.resident, this.number, "GUESS " + i + " OF " + this.number)
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
		this.database.sql("delete from failed_try").fetch().rowsUpdated().block();
		fail(this.resident, LinkingFixture.newNumber(), LinkingFixture.newName());
		age(Duration.ofHours(25));
		fail(UUID.randomUUID(), LinkingFixture.newNumber(), LinkingFixture.newName());
		Long old = this.database
			.sql("select count(*) as n from failed_try where failed_at < now() - interval '24 hours'")
			.map((row) -> row.get("n", Long.class))
			.one()
			.block();
		assertThat(old).isZero();
	}

	private void fail(UUID who, String typedNumber, String typedName) {
		assertThat(LinkingFixture.code(this.fixture.link(who, typedNumber, typedName)
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT))).isEqualTo("no-such-customer-account");
	}

	private void useUpTheCustomer() {
		for (int i = 0; i < 5; i++) {
			fail(UUID.randomUUID(), this.number, LinkingFixture.newName());
		}
	}

	private void asksForABill(UUID who, String typedNumber, String typedName) {
		assertThat(LinkingFixture.code(this.fixture.link(who, typedNumber, typedName)
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT))).isEqualTo("further-proof-required");
	}

	private void proofRefused(UUID who, String typedNumber, String typedName, String bill, long cents) {
		assertThat(LinkingFixture.code(this.fixture.link(who, typedNumber, typedName, bill, cents)
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT))).isEqualTo("further-proof-refused");
	}

	private void refused(UUID who, String typedNumber, String typedName) {
		assertThat(LinkingFixture.code(
				this.fixture.link(who, typedNumber, typedName).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS)))
			.isEqualTo("too-many-tries");
	}

	/** Makes all tries so far older, as if time had passed. */
	private void age(Duration by) {
		this.database.sql("update failed_try set failed_at = failed_at - :seconds * interval '1 second'")
			.bind("seconds", by.toSeconds())
			.fetch()
			.rowsUpdated()
			.block();
	}

}
