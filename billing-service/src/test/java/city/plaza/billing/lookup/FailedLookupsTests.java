package city.plaza.billing.lookup;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class FailedLookupsTests {

	private final String address = LookupFixture.newAddress();

	@Autowired
	private TestLedger ledger;

	@Autowired
	private LookupFixture visitors;

	private String customer;

	private String bill;

	@BeforeEach
	void issuesABill() {
		this.customer = this.ledger.customer();
		this.bill = this.ledger.bill(this.customer, "250.00");
	}

	@Test
	void stopANetworkAfterThirty() {
		for (int at = 0; at < 30; at++) {
			failed(this.visitors.lookUp(this.address.replace("::7", "::" + at), TestLedger.newNumber(),
					TestLedger.newNumber()));
		}
		EntityExchangeResult<byte[]> refused = this.visitors.lookUp(this.address, this.customer, this.bill);
		assertThat(refused.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(LookupFixture.json(refused).path("code").asString()).isEqualTo("too-many-lookups");
		assertThat(wait(refused)).isBetween(3500L, 3600L);
		found(this.visitors.lookUp(this.address.replace("::7", ":1::7"), this.customer, this.bill));
	}

	@Test
	void stopTheSiteAroundManyNetworksOfIpv6() {
		for (int at = 0; at < 120; at++) {
			failed(this.visitors.lookUp(this.address.replace("::7", ":" + (at + 1) + "::7"), TestLedger.newNumber(),
					TestLedger.newNumber()));
		}
		stopped(this.visitors.lookUp(this.address, this.customer, this.bill));
	}

	@Test
	void stopGuessesAtTheBillsOfACustomerFromWhereverAndHoweverTyped() {
		for (int at = 0; at < 10; at++) {
			String typed = (at % 2 == 0) ? this.customer : this.customer.charAt(0) + " - " + this.customer.substring(1);
			failed(this.visitors.lookUp(LookupFixture.newAddress(), typed, TestLedger.newNumber()));
		}
		EntityExchangeResult<byte[]> refused = this.visitors.lookUp(this.address, this.customer, this.bill);
		stopped(refused);
		assertThat(wait(refused)).isBetween(86_300L, 86_400L);
	}

	@Test
	void stopGuessesAtTheCustomerOfABill() {
		for (int at = 0; at < 10; at++) {
			failed(this.visitors.lookUp(LookupFixture.newAddress(), TestLedger.newNumber(), this.bill));
		}
		stopped(this.visitors.lookUp(this.address, this.customer, this.bill));
	}

	/** Else a guesser would learn which numbers there are. */
	@Test
	void stopGuessesAtANumberThatNobodyHasAlike() {
		String nobodys = TestLedger.newNumber();
		for (int at = 0; at < 10; at++) {
			failed(this.visitors.lookUp(LookupFixture.newAddress(), nobodys, TestLedger.newNumber()));
		}
		stopped(this.visitors.lookUp(this.address, nobodys, this.bill));
	}

	@Test
	void keepNoSignedInResidentOut() {
		UUID owner = UUID.randomUUID();
		this.ledger.link(owner, this.customer);
		for (int at = 0; at < 11; at++) {
			this.visitors.lookUp(LookupFixture.newAddress(), this.customer, TestLedger.newNumber());
		}
		stopped(this.visitors.lookUp(this.address, this.customer, this.bill));
		for (String path : List.of("/api/v1/bills/" + this.bill, "/api/v1/customers/" + this.customer + "/bills",
				"/api/v1/billing-summary")) {
			assertThat(this.ledger.get(owner, path).getStatus()).as(path).isEqualTo(HttpStatus.OK);
		}
	}

	@Test
	void closeNothingThatWasFound() {
		String id = LookupFixture.json(this.visitors.lookUp(this.address, this.customer, this.bill))
			.path("id")
			.asString();
		for (int at = 0; at < 11; at++) {
			this.visitors.lookUp(LookupFixture.newAddress(), this.customer, TestLedger.newNumber());
		}
		assertThat(this.visitors.read(id).getStatus()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void areNotCountedWhereTheBillIsFoundOrTheTryIsRefused() {
		for (int at = 0; at < 40; at++) {
			found(this.visitors.lookUp(this.address, this.customer, this.bill));
		}
		for (int at = 0; at < 15; at++) {
			this.visitors.lookUp(this.address, this.customer, TestLedger.newNumber());
		}
		String other = this.ledger.customer();
		found(this.visitors.lookUp(this.address, other, this.ledger.bill(other, "1.00")));
	}

	@Test
	void countNoLongerThanTheirTime() {
		for (int at = 0; at < 10; at++) {
			failed(this.visitors.lookUp(LookupFixture.newAddress(), this.customer, TestLedger.newNumber()));
		}
		stopped(this.visitors.lookUp(this.address, this.customer, this.bill));
		this.visitors.run("update failed_lookup set failed_at = failed_at - interval '25 hours'");
		found(this.visitors.lookUp(this.address, this.customer, this.bill));
	}

	@Test
	void areExactHoweverManyComeAtOnce() throws Exception {
		List<Callable<Integer>> tries = IntStream.range(0, 40)
			.<Callable<Integer>>mapToObj((at) -> () -> served(LookupFixture.newAddress(), TestLedger.newNumber()))
			.toList();
		try (ExecutorService guessers = Executors.newFixedThreadPool(20)) {
			List<Integer> statuses = guessers.invokeAll(tries).stream().map(Future::resultNow).toList();
			assertThat(statuses).filteredOn((status) -> status == 422).hasSize(10);
			assertThat(statuses).filteredOn((status) -> status == 429).hasSize(30);
		}
	}

	/** Asks again where the pool was full, as a client does. */
	private int served(String from, String guess) {
		return IntStream.range(0, 20)
			.map((round) -> this.visitors.lookUp(from, this.customer, guess).getStatus().value())
			.filter((status) -> status != 503)
			.findFirst()
			.orElseThrow();
	}

	private static void found(EntityExchangeResult<byte[]> response) {
		assertThat(response.getStatus()).isEqualTo(HttpStatus.CREATED);
	}

	private static void failed(EntityExchangeResult<byte[]> response) {
		assertThat(response.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static void stopped(EntityExchangeResult<byte[]> response) {
		assertThat(response.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
	}

	private static long wait(EntityExchangeResult<byte[]> response) {
		return Long.parseLong(String.valueOf(response.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
	}

}
