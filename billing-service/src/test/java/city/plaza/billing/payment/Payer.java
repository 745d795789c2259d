package city.plaza.billing.payment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.TestTokens;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Scope;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * A resident with a linked customer of their own, who pays over HTTP as anybody does.
 * Each test gets another one.
 */
@Component
@Scope("prototype")
final class Payer {

	final UUID id = UUID.randomUUID();

	final String customer = "C" + shortId();

	private final WebTestClient client;

	private final DatabaseClient database;

	Payer(WebTestClient client, DatabaseClient database) {
		this.client = client;
		this.database = database;
		run("""
				insert into customer (customer_number, name, address_line1, city, state, postal_code, location, version,
				    changed_at)
				values (:customer, 'EXAMPLE CUSTOMER', '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now())""",
				Map.of("customer", this.customer));
		run("insert into link (link_id, resident_id, customer_number, linked_at) values (:link, :id, :customer, now())",
				Map.of("link", UUID.randomUUID(), "id", this.id, "customer", this.customer));
	}

	/** A bill of a type that may be paid in parts. */
	String bill(long cents) {
		return bill(cents, "CLAIMS");
	}

	String bill(long cents, String type) {
		String number = "B" + shortId();
		run("""
				insert into bill (bill_number, customer_number, bill_type, bill_year, issued_on, pay_by, currency)
				values (:bill, :customer, :type, 2021, '2021-06-01', '2021-07-02', 'USD')""",
				Map.of("bill", number, "customer", this.customer, "type", type));
		run("insert into charge (bill_number, line, description, amount) values (:bill, 1, 'Claim', :amount)",
				Map.of("bill", number, "amount", cents));
		return number;
	}

	WebTestClient.ResponseSpec start(String key, String json) {
		return this.client.post()
			.uri("/api/v1/payments")
			.headers((headers) -> headers.setBearerAuth(token()))
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	/** A payment of these whole amounts, started with a key of its own. */
	JsonNode start(String bill, long cents) {
		return body(start(UUID.randomUUID().toString(), order(bill, cents)), 201);
	}

	/** Shown as if nobody had looked for a while: the provider is asked. */
	JsonNode show(JsonNode payment) {
		run("update payment set asked_at = null where payment_id = :id",
				Map.of("id", UUID.fromString(payment.path("id").stringValue())));
		return showAgain(payment);
	}

	JsonNode showAgain(JsonNode payment) {
		return body(get("/api/v1/payments/" + payment.path("id").stringValue()), 200);
	}

	WebTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).headers((headers) -> headers.setBearerAuth(token())).exchange();
	}

	WebTestClient.ResponseSpec cancel(JsonNode payment) {
		return this.client.post()
			.uri("/api/v1/payments/{id}/cancellation", payment.path("id").stringValue())
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
	}

	/** Fills in the hosted page's form and sends it. */
	WebTestClient.ResponseSpec payBy(JsonNode started, String cardNumber) {
		return this.client.post()
			.uri(page(started))
			.body(BodyInserters.fromFormData("cardNumber", cardNumber)
				.with("expiry", "12/39")
				.with("cvc", "987")
				.with("name", "Robin Example"))
			.exchange();
	}

	/** The hosted page's path; the host belongs to the gateway. */
	static String page(JsonNode started) {
		return URI.create(started.path("checkoutUrl").stringValue()).getPath();
	}

	List<String> pendingBills() {
		return this.database.sql("select bill_number from pending_web_payment where resident_id = :id order by 1")
			.bind("id", this.id)
			.map((row) -> row.get(0, String.class))
			.all()
			.collectList()
			.block();
	}

	long charges() {
		return this.database.sql("""
				select count(*) from sandbox_charge h join sandbox_checkout c using (checkout_id)
				join payment p using (payment_id) where p.resident_id = :id""")
			.bind("id", this.id)
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

	/** As if the time to pay were over, here and at the provider. */
	void letExpire(JsonNode payment) {
		UUID id = UUID.fromString(payment.path("id").stringValue());
		run("update sandbox_checkout set expires_at = now() - interval '1 second' where payment_id = :id",
				Map.of("id", id));
		run("update payment set expires_at = now() - interval '1 second', next_check_at = now() where payment_id = :id",
				Map.of("id", id));
	}

	/** As if the provider had been quiet for so long that it is to be asked. */
	void letBeChecked(JsonNode payment) {
		run("update payment set next_check_at = now() where payment_id = :id and next_check_at is not null",
				Map.of("id", UUID.fromString(payment.path("id").stringValue())));
	}

	void run(String sql, Map<String, Object> values) {
		DatabaseClient.GenericExecuteSpec statement = this.database.sql(sql);
		for (Map.Entry<String, Object> value : values.entrySet()) {
			statement = statement.bind(value.getKey(), value.getValue());
		}
		statement.then().block();
	}

	private String token() {
		return TestTokens.resident(this.id);
	}

	static String order(String bill, long cents) {
		return "{\"allocations\":[" + line(bill, cents) + "]}";
	}

	static String line(String bill, long cents) {
		return "{\"billNumber\":\"" + bill + "\",\"amount\":{\"amount\":" + cents + ",\"currency\":\"USD\"}}";
	}

	static JsonNode body(WebTestClient.ResponseSpec answer, int status) {
		EntityExchangeResult<JsonNode> result = answer.expectStatus()
			.isEqualTo(status)
			.expectBody(JsonNode.class)
			.returnResult();
		return result.getResponseBody();
	}

	private static String shortId() {
		return UUID.randomUUID().toString().substring(0, 13);
	}

}
