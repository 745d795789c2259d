package city.plaza.billing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The city's ledger as tests need it: brings customers, bills and postings by the API and
 * links residents by events. Every test makes numbers of its own.
 */
@Component
@Lazy
public final class TestLedger {

	/** The header of each kind of file. */
	public static final String CUSTOMERS = "customer_number,account_numbers,name,address_line1,city,state,postal_code,"
			+ "location\n";

	public static final String BILLS = "bill_number,customer_number,bill_type,bill_year,issued_on,pay_by,currency,line,"
			+ "description,amount\n";

	public static final String POSTINGS = "posting_reference,payment_reference,bill_number,posted_on,amount,currency\n";

	private static final AtomicInteger NEXT = new AtomicInteger(500_000);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final WebTestClient client;

	private final TestEvents events;

	TestLedger(WebTestClient client, TestEvents events) {
		this.events = events;
		this.client = client.mutate().responseTimeout(Duration.ofSeconds(60)).build();
	}

	/** Until none is open: other tests are refused to wait behind an import. */
	public static void awaitImports(DatabaseClient database) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> Long.valueOf(0)
				.equals(database.sql("select count(*) as open from import_run where finished_at is null")
					.map((row) -> row.get("open", Long.class))
					.one()
					.block()));
	}

	/** A number that no other test has, of a customer, bill or posting. */
	public static String newNumber() {
		return Integer.toString(NEXT.incrementAndGet());
	}

	/** A customer of a new number. */
	public String customer() {
		String number = newNumber();
		good("customers", CUSTOMERS + number + "," + number
				+ "-001,EXAMPLE CUSTOMER,123 MAIN ST,ANY TOWN,IL,00000,123 MAIN ST\n");
		return number;
	}

	/** A bill of one charge, issued on 2021-06-01, pay by 2021-07-02. */
	public String bill(String customer, String amount) {
		return bill(customer, "CLAIMS", amount);
	}

	/** A bill of one charge, issued on 2021-06-01, pay by 2021-07-02. */
	public String bill(String customer, String type, String amount) {
		String number = newNumber();
		good("bills", BILLS + number + "," + customer + "," + type + ",2021,2021-06-01,2021-07-02,USD,1,DAMAGED SIGN,"
				+ amount + "\n");
		return number;
	}

	/** Posts a payment to a bill. */
	public void posting(String bill, String postedOn, String amount) {
		good("postings", POSTINGS + newNumber() + ",," + bill + "," + postedOn + "," + amount + ",USD\n");
	}

	/**
	 * Links a resident to a customer by an event and waits until billing knows.
	 * @return the link's id
	 */
	public UUID link(UUID resident, String customer) {
		UUID link = UUID.randomUUID();
		this.events.publish("account-link.links", link.toString(), "AccountLinked", """
				{"linkId": "%s", "residentId": "%s", "customerNumber": "%s", "customerName": "EXAMPLE CUSTOMER",
				 "linkedAt": "%s"}""".formatted(link, resident, customer, Instant.now()));
		Awaitility.await("the link of " + customer)
			.atMost(Duration.ofSeconds(20))
			.until(() -> get(resident, "/api/v1/customers/" + customer).getStatus() == HttpStatus.OK);
		return link;
	}

	/** Asks as a resident. */
	public EntityExchangeResult<byte[]> get(UUID resident, String path) {
		return this.client.get()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(resident)))
			.exchange()
			.expectBody()
			.returnResult();
	}

	/** Asks as a resident and reads the answer, whatever its status. */
	public JsonNode read(UUID resident, String path) {
		return json(get(resident, path));
	}

	/** Imports a file that must be taken whole. */
	public ImportReport good(String kind, String csv) {
		ImportReport report = bring(kind, csv);
		if (!Integer.valueOf(0).equals(report.rejected())) {
			throw new AssertionError("Not all was taken: " + report);
		}
		return report;
	}

	/** Imports a file. */
	public ImportReport bring(String kind, String csv) {
		return report(upload(kind, csv.getBytes(StandardCharsets.UTF_8), "false"));
	}

	/** Imports a file without keeping it. */
	public ImportReport dryRun(String kind, String csv) {
		return report(upload(kind, csv.getBytes(StandardCharsets.UTF_8), "true"));
	}

	/** Uploads any bytes as staff of finance. */
	public EntityExchangeResult<byte[]> upload(String kind, byte[] content, String dryRun) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("kind", kind);
		form.part("dryRun", dryRun);
		form.part("file", new ByteArrayResource(content)).filename(kind + ".csv");
		return this.client.post()
			.uri("/api/v1/finance/imports")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.bodyValue(form.build())
			.exchange()
			.expectBody()
			.returnResult();
	}

	private static ImportReport report(EntityExchangeResult<byte[]> result) {
		return JSON.treeToValue(json(result), ImportReport.class);
	}

	public static JsonNode json(EntityExchangeResult<byte[]> result) {
		byte[] body = result.getResponseBody();
		return (body != null) ? JSON.readTree(body) : JSON.nullNode();
	}

}
