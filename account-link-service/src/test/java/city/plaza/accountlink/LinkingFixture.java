package city.plaza.accountlink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the tests of this service do again and again. */
@Component
@Lazy
public final class LinkingFixture {

	public static final String LINKS = "/api/v1/customer-links";

	private static final AtomicInteger NUMBERS = new AtomicInteger(200_000);

	private final WebTestClient client;

	private final TestEvents events;

	private final DatabaseClient database;

	private final Function<UUID, String> address;

	@Autowired
	LinkingFixture(WebTestClient client, TestEvents events, DatabaseClient database) {
		this(client, events, database, LinkingFixture::home);
	}

	private LinkingFixture(WebTestClient client, TestEvents events, DatabaseClient database,
			Function<UUID, String> address) {
		this.client = client;
		this.events = events;
		this.database = database;
		this.address = address;
	}

	/** The same with all residents at one address, not each at their own. */
	public LinkingFixture from(String one) {
		return new LinkingFixture(this.client, this.events, this.database, (resident) -> one);
	}

	private static String home(UUID resident) {
		return "2001:db8:%x:%x::1".formatted(resident.hashCode() >>> 16, resident.hashCode() & 0xFFFF);
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
			.until(() -> this.database.sql("select version from customer where customer_number = :number")
				.bind("number", number)
				.map((row) -> row.get("version", Long.class))
				.one()
				.defaultIfEmpty(0L)
				.block() == version);
	}

	public WebTestClient.ResponseSpec link(UUID resident, String number, String name) {
		return link(resident, new LinkBody(number, name, null));
	}

	/** Links with a bill, in dollars. */
	public WebTestClient.ResponseSpec link(UUID resident, String number, String name, String bill, long cents) {
		return link(resident, new LinkBody(number, name, new Bill(bill, new Amount(cents, "USD"))));
	}

	private WebTestClient.ResponseSpec link(UUID resident, LinkBody request) {
		return this.client.post()
			.uri(LINKS)
			.header(HttpHeaders.AUTHORIZATION, bearer(resident))
			.header("X-Forwarded-For", this.address.apply(resident))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JsonMapper.shared().writeValueAsString(request))
			.exchange();
	}

	/** Makes a bill of a customer known by an event, and waits until it is. */
	public void knowBill(String number, String bill, long cents, long version) {
		String proof = digest(number + "\n" + bill + "\n" + cents + "\nUSD");
		this.events.publish("billing.bill-proofs", number, "BillProofsChanged", JsonMapper.shared()
			.writeValueAsString(new Proofs(number, List.of(proof), version, "2026-03-02T14:00:00Z")));
		Awaitility.await("bill proofs of " + number)
			.until(() -> this.database.sql("select version from customer_bill_proof where customer_number = :number")
				.bind("number", number)
				.map((row) -> row.get("version", Long.class))
				.one()
				.defaultIfEmpty(0L)
				.block() == version);
	}

	/** Written out here once more: the contract, not the code under test. */
	private static String digest(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec("dev-only-bill-proof-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
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

	/** The links that a resident sees. */
	public List<Link> links(UUID resident) {
		return list(resident).expectStatus().isOk().expectBody(Links.class).returnResult().getResponseBody().items();
	}

	public WebTestClient.ResponseSpec remove(UUID resident, String id) {
		return this.client.delete()
			.uri(LINKS + "/" + id)
			.header(HttpHeaders.AUTHORIZATION, bearer(resident))
			.exchange();
	}

	/** Ends a suspended link, as the help desk does until it has a page for it. */
	public void endSuspended(UUID resident, String number) {
		this.database.sql("""
				update customer_link set state = 'ended', ended_at = now(), end_reason = 'help-desk'
				where resident_id = :resident and customer_number = :number and state = 'suspended'
				""").bind("resident", resident).bind("number", number).fetch().rowsUpdated().block();
	}

	/** The code of a refusal. */
	public static String code(WebTestClient.ResponseSpec refused) {
		Refusal problem = refused.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(Refusal.class)
			.returnResult()
			.getResponseBody();
		return String.valueOf(problem.code());
	}

	public static String bearer(UUID resident) {
		return "Bearer " + TestTokens.resident(resident);
	}

	record LinkBody(String number, String name, @JsonInclude(JsonInclude.Include.NON_NULL) Bill bill) {
	}

	record Bill(String number, Amount amount) {
	}

	record Amount(long amount, String currency) {
	}

	record Proofs(String customerNumber, List<String> proofs, long version, String changedAt) {
	}

	record Answer(String id) {
	}

	record Refusal(String code) {
	}

	/** A link as its resident sees it. */
	public record Link(UUID id, String customerNumber, String name, String location, Instant linkedAt) {
	}

	record Links(List<Link> items) {
	}

	record Address(String line1, String city, String state, String postalCode) {
	}

	record State(String customerNumber, List<String> accountNumbers, String name, Address address, String location,
			long version, String changedAt) {
	}

}
