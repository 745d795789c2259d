package city.plaza.client;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentClientTests {

	private final ApiServer server = new ApiServer();

	private final ResidentClient resident = PlazaClient.at(this.server.address()).resident(new Tokens("abc", 1, ""));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void readsTheBillsAsOfADate() throws InterruptedException {
		this.server.responds(200, """
				{"customerNumber": "100234", "asOf": "2021-06-15", "count": 1,
				 "totalUnpaid": {"amount": 25000, "currency": "USD"},
				 "totalBalanceDue": {"amount": 25100, "currency": "USD"},
				 "items": [{"billNumber": "62825", "billType": "CLAIMS", "billYear": 2021, "payBy": "2021-07-02",
				   "totalUnpaid": {"amount": 25000, "currency": "USD"},
				   "balanceDue": {"amount": 25100, "currency": "USD"}, "pendingWebPayment": true}],
				 "next": null}""");
		BillList bills = this.resident.bills("A 1", LocalDate.of(2021, 6, 15));
		assertThat(this.server.last().request()).isEqualTo("GET /api/v1/customers/A%201/bills?asOf=2021-06-15");
		assertThat(bills.totalUnpaid()).isEqualTo(Money.usd(25_000)).hasToString("250.00 USD");
		assertThat(bills.isPending("62825")).isTrue();
		assertThat(bills.isPending("62826")).isFalse();
	}

	@Test
	void leavesTheDateOutForToday() throws InterruptedException {
		this.server.responds(200,
				"""
						{"customerNumber": "1", "asOf": "2021-06-15", "count": 0, "items": [],
						 "totalUnpaid": {"amount": 0, "currency": "USD"}, "totalBalanceDue": {"amount": 0, "currency": "USD"}}""");
		this.resident.bills("1", null);
		assertThat(this.server.last().request()).isEqualTo("GET /api/v1/customers/1/bills");
	}

	@Test
	void startsAPaymentWithItsKey() throws InterruptedException {
		this.server.responds(201, """
				{"id": "00000000-0000-0000-0000-000000000001", "reference": "PLZ-1", "state": "redirected",
				 "checkoutUrl": "http://localhost/checkout"}""");
		StartedPayment payment = this.resident.startPayment("key-1",
				List.of(new Allocation("62825", Money.usd(25_000))));
		assertThat(this.server.last().request()).isEqualTo("POST /api/v1/payments");
		assertThat(this.server.last().idempotencyKey()).isEqualTo("key-1");
		assertThat(this.server.last().body()).isEqualTo(
				"{\"allocations\":[{\"billNumber\":\"62825\",\"amount\":{\"amount\":25000,\"currency\":\"USD\"}}]}");
		assertThat(payment.checkoutUrl()).isEqualTo(URI.create("http://localhost/checkout"));
	}

	@Test
	void readsAPaymentWithOrWithoutAMethod() throws InterruptedException {
		String payment = """
				{"id": "00000000-0000-0000-0000-000000000001", "reference": "PLZ-1", "state": "%s", "finished": true,
				 "amount": {"amount": 25000, "currency": "USD"}, "allocations": [], "method": %s}""";
		this.server.responds(200, payment.formatted("submitted", "{\"brand\": \"visa\", \"last4\": \"4242\"}"));
		assertThat(this.resident.payment(new UUID(0, 1)).method()).isEqualTo(new Payment.Method("visa", "4242"));
		this.server.responds(200, payment.formatted("declined", "null"));
		assertThat(this.resident.payment(new UUID(0, 1)).method()).isNull();
	}

}
