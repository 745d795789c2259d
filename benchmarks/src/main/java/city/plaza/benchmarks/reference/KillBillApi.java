package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import city.plaza.benchmarks.load.Conversation;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of Kill Bill, as the user and the tenant of the benchmark. */
final class KillBillApi implements AutoCloseable {

	private static final String TENANT = "fairhaven";

	/** The user is the one that Kill Bill comes with. */
	private static final Map<String, String> HEADERS = Map.of("Authorization",
			"Basic " + Base64.getEncoder().encodeToString("admin:password".getBytes(StandardCharsets.UTF_8)),
			"X-Killbill-CreatedBy", "benchmark", "X-Killbill-ApiKey", TENANT, "X-Killbill-ApiSecret", TENANT, "Accept",
			"application/json");

	/** The tag AUTO_PAY_OFF: a payment is made only when it is asked for. */
	private static final String NO_AUTOMATIC_PAYMENT = "[\"00000000-0000-0000-0000-000000000001\"]";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int OK = 200;

	private static final int CREATED = 201;

	private final Conversation conversation = new Conversation();

	private final String address;

	/**
	 * Of a server that runs.
	 * @param address without a path
	 */
	KillBillApi(String address) {
		this.address = address;
	}

	void createTenant() throws IOException, InterruptedException {
		post("/tenants", "{\"apiKey\":\"%1$s\",\"apiSecret\":\"%1$s\"}".formatted(TENANT), CREATED);
	}

	String createAccount() throws IOException, InterruptedException {
		return last(post("/accounts", "{\"name\":\"PAYER\",\"currency\":\"USD\"}", CREATED).headers()
			.firstValue("Location")
			.orElseThrow(() -> new IOException("The new account has no address")));
	}

	void payOnlyWhenAsked(String account) throws IOException, InterruptedException {
		post("/accounts/" + account + "/tags", NO_AUTOMATIC_PAYMENT, CREATED);
	}

	/** Creates one with a single charge and commits it. */
	String createInvoice(String account) throws IOException, InterruptedException {
		return invoice(post("/invoices/charges/" + account + "?autoCommit=true", charge(account), OK).body());
	}

	/**
	 * Pays an invoice. One that has been paid is responded to with another status, which
	 * is not taken for a payment.
	 * @return the status
	 */
	int pay(String account, String invoice) throws IOException, InterruptedException {
		return post("/invoices/" + invoice + "/payments?externalPayment=true", payment(account, invoice), CREATED)
			.statusCode();
	}

	private HttpResponse<String> post(String path, String json, int expected) throws IOException, InterruptedException {
		return this.conversation.post(this.address + "/1.0/kb" + path, HEADERS, json, expected);
	}

	private static String charge(String account) {
		return """
				[{"accountId":"%s","amount":250.00,"currency":"USD","description":"DAMAGED STREET SIGN"}]"""
			.formatted(account);
	}

	private static String payment(String account, String invoice) {
		return """
				{"accountId":"%s","targetInvoiceId":"%s","purchasedAmount":250.00}""".formatted(account, invoice);
	}

	/** The invoice of the charges that were created. */
	private static String invoice(String charges) {
		return JSON.readTree(charges).required(0).required("invoiceId").asString();
	}

	/** The id at the end of an address. */
	private static String last(String location) {
		return location.substring(location.lastIndexOf('/') + 1);
	}

	@Override
	public void close() {
		this.conversation.close();
	}

}
