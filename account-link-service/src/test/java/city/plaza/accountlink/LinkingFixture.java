package city.plaza.accountlink;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the tests of this service do again and again. */
public final class LinkingFixture {

	public static final String LINKS = "/api/v1/customer-links";

	private static final AtomicInteger NUMBERS = new AtomicInteger(200_000);

	private final WebTestClient client;

	private final TestEvents events;

	private final DatabaseClient database;

	public LinkingFixture(WebTestClient client, TestEvents events, DatabaseClient database) {
		this.client = client;
		this.events = events;
		this.database = database;
	}

	/** A customer number that no other test has. */
	public static String newNumber() {
		return "C" + NUMBERS.incrementAndGet();
	}

	/** A name that no other test has. */
	public static String newName() {
		return "HOLDER OF " + NUMBERS.incrementAndGet();
	}

	public static String state(String number, String name, long version, String... accounts) {
		return JsonMapper.shared()
			.writeValueAsString(
					new State(number, List.of(accounts), name, new Address("123 MAIN ST", "ANY TOWN", "IL", "00000"),
							"123 MAIN ST", version, "2026-03-02T14:00:00Z"));
	}

	/** Makes a customer known by an event and waits until it is. */
	public void know(String number, String name, long version, String... accounts) {
		this.events.publish("billing.customers", number, "CustomerChanged", state(number, name, version, accounts));
		awaitVersion(number, version);
	}

	public void awaitVersion(String number, long version) {
		Awaitility.await("customer " + number)
			.until(() -> this.database.sql("SELECT version FROM customer WHERE customer_number = :number")
				.bind("number", number)
				.map((row) -> row.get("version", Long.class))
				.one()
				.defaultIfEmpty(0L)
				.block() == version);
	}

	public WebTestClient.ResponseSpec link(UUID resident, String number, String name) {
		return this.client.post()
			.uri(LINKS)
			.header(HttpHeaders.AUTHORIZATION, bearer(resident))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JsonMapper.shared().writeValueAsString(new Wish(number, name)))
			.exchange();
	}

	public String linked(UUID resident, String number, String name) {
		Answer answer = link(resident, number, name).expectStatus()
			.isCreated()
			.expectBody(Answer.class)
			.returnResult()
			.getResponseBody();
		return answer.id();
	}

	public WebTestClient.ResponseSpec list(UUID resident) {
		return this.client.get().uri(LINKS).header(HttpHeaders.AUTHORIZATION, bearer(resident)).exchange();
	}

	public WebTestClient.ResponseSpec remove(UUID resident, String id) {
		return this.client.delete()
			.uri(LINKS + "/" + id)
			.header(HttpHeaders.AUTHORIZATION, bearer(resident))
			.exchange();
	}

	public static String bearer(UUID resident) {
		return "Bearer " + TestTokens.resident(resident);
	}

	record Wish(String number, String name) {
	}

	record Answer(String id) {
	}

	record Address(String line1, String city, String state, String postalCode) {
	}

	record State(String customerNumber, List<String> accountNumbers, String name, Address address, String location,
			long version, String changedAt) {
	}

}
