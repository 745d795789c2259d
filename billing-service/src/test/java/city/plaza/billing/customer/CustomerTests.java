package city.plaza.billing.customer;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class CustomerTests {

	private static final String TOPIC = "billing.customers";

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private RepublishCustomers republishCustomers;

	@Autowired
	private TestLedger ledger;

	@Test
	void showsALinkedCustomer() {
		UUID resident = UUID.randomUUID();
		String customer = this.ledger.customer();
		this.ledger.link(resident, customer);

		JsonNode shown = this.ledger.read(resident, "/api/v1/customers/" + customer);

		assertThat(shown.path("customerNumber").asString()).isEqualTo(customer);
		assertThat(shown.path("name").asString()).isEqualTo("EXAMPLE CUSTOMER");
		assertThat(shown.path("address").path("line1").asString()).isEqualTo("123 MAIN ST");
		assertThat(shown.path("address").path("city").asString()).isEqualTo("ANY TOWN");
		assertThat(shown.path("address").path("state").asString()).isEqualTo("IL");
		assertThat(shown.path("address").path("postalCode").asString()).isEqualTo("00000");
		assertThat(shown.path("location").asString()).isEqualTo("123 MAIN ST");
	}

	@Test
	void respondsAlikeForAForeignCustomerAndAnUnknownOne() {
		String foreign = this.ledger.customer();
		String absent = TestLedger.newNumber();

		JsonNode ofForeign = notFound("/api/v1/customers/" + foreign);
		JsonNode ofAbsent = notFound("/api/v1/customers/" + absent);
		JsonNode billsOfForeign = notFound("/api/v1/customers/" + foreign + "/bills");

		assertThat(ofForeign.path("code").asString()).isEqualTo("not-found");
		assertThat(ofAbsent.path("detail")).isEqualTo(ofForeign.path("detail"));
		assertThat(billsOfForeign.path("detail")).isEqualTo(ofForeign.path("detail"));
	}

	@Test
	void publishesANewCustomerAndEachChange() {
		String number = TestLedger.newNumber();
		String account = TestLedger.newNumber();
		String row = number + "," + account + ";" + number + "-001,\"O'DONNELL, SIOBHÁN\",7 BAY DR,FAIRHAVEN,IL,00001,";

		this.ledger.good("customers", TestLedger.CUSTOMERS + row + "7 BAY DR\n");
		this.ledger.good("customers", TestLedger.CUSTOMERS + row + "7 BAY DR\n");
		this.ledger.good("customers", TestLedger.CUSTOMERS + row + "DOCK 4\n");

		JsonNode first = changed(number, 1);
		JsonNode second = changed(number, 2);
		GoldenSamples.assertMatches(TOPIC, "CustomerChanged", first);
		GoldenSamples.assertMatches(TOPIC, "CustomerChanged", second);
		assertThat(first.path("name").asString()).isEqualTo("O'DONNELL, SIOBHÁN");
		assertThat(first.path("accountNumbers").size()).isEqualTo(2);
		assertThat(first.path("location").asString()).isEqualTo("7 BAY DR");
		assertThat(second.path("location").asString()).isEqualTo("DOCK 4");
		assertThat(this.events.all(TOPIC).stream().filter((event) -> event.key().equals(number)).map(TestEvent::type))
			.containsExactly("CustomerChanged", "CustomerChanged");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anAccountNumberMovesToAnotherCustomerWhicheverRowComesFirst(boolean giverFirst) {
		String[] numbers = { TestLedger.newNumber(), TestLedger.newNumber() };
		String giver = numbers[giverFirst ? 0 : 1];
		String taker = numbers[giverFirst ? 1 : 0];
		String account = TestLedger.newNumber();
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(giver, account) + row(taker, ""));
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(giver, "") + row(taker, account));
		assertThat(changed(giver, 2).path("accountNumbers").size()).isZero();
		assertThat(changed(taker, 2).path("accountNumbers").path(0).asString()).isEqualTo(account);
	}

	@Test
	void twoCustomersExchangeTheirAccountNumbers() {
		String one = TestLedger.newNumber();
		String other = TestLedger.newNumber();
		String account = TestLedger.newNumber();
		String second = TestLedger.newNumber();
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(one, account) + row(other, second));
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(one, second) + row(other, account));
		assertThat(changed(one, 2).path("accountNumbers").path(0).asString()).isEqualTo(second);
		// It lost its own before it got the other's.
		assertThat(changed(other, 2).path("accountNumbers").size()).isZero();
		assertThat(changed(other, 3).path("accountNumbers").path(0).asString()).isEqualTo(account);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anAccountNumberMovesBetweenStepsOfAFile(boolean giverFirst) {
		List<String> numbers = Stream.generate(TestLedger::newNumber).limit(1200).sorted().toList();
		String giver = giverFirst ? numbers.getFirst() : numbers.getLast();
		String taker = giverFirst ? numbers.getLast() : numbers.getFirst();
		String account = TestLedger.newNumber();
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(giver, account) + row(taker, ""));
		String rest = numbers.subList(1, 1199).stream().map((number) -> row(number, "")).collect(Collectors.joining());
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(giver, "") + row(taker, account) + rest);
		assertThat(changed(giver, 2).path("accountNumbers").size()).isZero();
		assertThat(changed(taker, 2).path("accountNumbers").path(0).asString()).isEqualTo(account);
	}

	@Test
	void anAccountNumberIsNotTakenFromACustomerWhoKeepsIt() {
		String owner = TestLedger.newNumber();
		String taker = TestLedger.newNumber();
		String account = TestLedger.newNumber();
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(owner, account));
		for (String file : List.of(row(taker, account), row(owner, account) + row(taker, account))) {
			ImportReport answer = this.ledger.bring("customers", TestLedger.CUSTOMERS + file);
			assertThat(answer.errors().getFirst().code()).isEqualTo("account-number-taken");
		}
		ImportReport twice = this.ledger.bring("customers",
				TestLedger.CUSTOMERS + row(owner, "") + row(taker, account) + row(TestLedger.newNumber(), account));
		assertThat(twice.accepted()).isEqualTo(2);
		assertThat(twice.errors().getFirst().code()).isEqualTo("account-number-taken");
	}

	@Test
	void anAccountNumberThatASecondRowKeepsDoesNotMove() {
		String owner = TestLedger.newNumber();
		String taker = TestLedger.newNumber();
		String account = TestLedger.newNumber();
		this.ledger.good("customers", TestLedger.CUSTOMERS + row(owner, account));
		String nameless = row(owner, "").replace("EXAMPLE CUSTOMER", "");
		for (String kept : List.of(row(owner, account), row(owner, account).replace("7 BAY DR", "8 BAY DR"))) {
			ImportReport answer = this.ledger.bring("customers",
					TestLedger.CUSTOMERS + nameless + kept + row(taker, account));
			assertThat(answer.rejected()).isEqualTo(2);
			assertThat(answer.codes()).containsExactly("required", "account-number-taken");
		}
	}

	private static String row(String number, String accounts) {
		return number + "," + accounts + ",EXAMPLE CUSTOMER,7 BAY DR,FAIRHAVEN,IL,00001,7 BAY DR\n";
	}

	@Test
	void publishesAllCustomersOnceMoreInParts() {
		List<String> numbers = Stream.generate(this.ledger::customer).limit(3).toList();
		numbers.forEach((number) -> changed(number, 1));

		String first = numbers.getFirst();
		RepublishCustomers.Progress part = this.republishCustomers.republish(first, 1).block();
		assertThat(part).isEqualTo(new RepublishCustomers.Progress(1, numbers.get(1), false));
		RepublishCustomers.Progress rest = this.republishCustomers.republish(part.last(), 5000).block();
		assertThat(rest.isComplete()).isTrue();

		for (String number : numbers.subList(1, 3)) {
			Awaitility.await().until(() -> states(number).size() == 2);
			assertThat(states(number).getFirst()).isEqualTo(states(number).getLast());
		}
		assertThat(states(first)).hasSize(1);
	}

	@Test
	void letsOnlyFinancePublishCustomersOnceMore() {
		String path = "/api/v1/finance/customer-republications?after=zzz";
		this.client.post()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(UUID.randomUUID())))
			.exchange()
			.expectStatus()
			.isForbidden();
		this.client.post()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"published\": 0}", JsonCompareMode.STRICT);
	}

	@Test
	void writesWhatTheGoldenSampleShows() {
		this.ledger.good("customers", TestLedger.CUSTOMERS
				+ "100234,100234-001,EXAMPLE CUSTOMER,123 MAIN ST,ANY TOWN,IL,00000,123 MAIN ST\n");

		JsonNode event = this.events.await(TOPIC, "CustomerChanged",
				(body) -> body.path("customerNumber").asString().equals("100234"));

		String sample = GoldenSamples.sample(TOPIC, "CustomerChanged")
			.replaceAll("\"changedAt\": \"[^\"]+\"", "\"changedAt\": " + event.path("changedAt"))
			.replaceAll("\"version\": 1", "\"version\": " + event.path("version"));
		assertThat(event).isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree(sample));
	}

	private List<JsonNode> states(String number) {
		return this.events.all(TOPIC)
			.stream()
			.filter((event) -> event.key().equals(number))
			.map(TestEvent::body)
			.toList();
	}

	private JsonNode changed(String number, int version) {
		return this.events.await(TOPIC, "CustomerChanged",
				(body) -> body.path("customerNumber").asString().equals(number)
						&& body.path("version").asInt() == version);
	}

	private JsonNode notFound(String path) {
		EntityExchangeResult<byte[]> result = this.ledger.get(UUID.randomUUID(), path);
		assertThat(result.getStatus().value()).isEqualTo(404);
		return TestLedger.json(result);
	}

}
