package city.plaza.billing.lookup;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.billing.TestLedger;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Looks for bills as visitors without an account do, each from a network of its own. */
@Component
@Lazy
final class LookupFixture {

	private static final AtomicInteger NEXT = new AtomicInteger();

	private final WebTestClient client;

	private final DatabaseClient database;

	LookupFixture(WebTestClient client, DatabaseClient database) {
		this.client = client;
		this.database = database;
	}

	/** An address in a /48 that no other test has. */
	static String newAddress() {
		return "2001:db8:%x::7".formatted(NEXT.incrementAndGet());
	}

	EntityExchangeResult<byte[]> lookUp(String address, String customer, String bill) {
		return post(address, "{\"customerNumber\": \"%s\", \"billNumber\": \"%s\"}".formatted(customer, bill));
	}

	EntityExchangeResult<byte[]> post(String address, String body) {
		return this.client.post()
			.uri("/api/v1/bill-lookups")
			.header("X-Forwarded-For", address)
			.header("Content-Type", "application/json")
			.bodyValue(body)
			.exchange()
			.expectBody()
			.returnResult();
	}

	EntityExchangeResult<byte[]> read(String id) {
		return this.client.get()
			.uri("/api/v1/bill-lookups/{id}", Map.of("id", id))
			.exchange()
			.expectBody()
			.returnResult();
	}

	static JsonNode json(EntityExchangeResult<byte[]> result) {
		return TestLedger.json(result);
	}

	void run(String statement) {
		this.database.sql(statement).then().block();
	}

}
