package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Residents of a benchmark's own, from 1 on, each linked to a customer with unpaid bills.
 * All numbers follow from theirs, so that pgbench can compute them too.
 */
public final class Residents {

	/** Of each customer. */
	public static final int BILLS = 90;

	/** Of each bill, in cents. */
	public static final int UNPAID = 25_000;

	private static final int FIRST_CUSTOMER = 9_000_000;

	private static final int FIRST_BILL = 70_000_000;

	private static final int BILLS_APART = 100;

	/** Tokens live five minutes. */
	private static final Duration GOOD_FOR = Duration.ofSeconds(150);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Copies of the sample resident, so that they have its password. */
	private static final String ACCOUNTS = """
			insert into account
			select (jsonb_populate_record(a, jsonb_build_object('id', lpad(n::text, 32, '0'),
			  'email', 'payer-' || n || '@fairhaven.example', 'address', 'payer-' || n || '@fairhaven.example'))).*
			from generate_series(1, ?) n, account a where a.address = ?
			on conflict do nothing""";

	private static final String CUSTOMERS = """
			insert into customer
			select (%d + n)::text, 'PAYER ' || n, '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now()
			from generate_series(1, ?) n
			on conflict do nothing""".formatted(FIRST_CUSTOMER);

	private static final String ALL_BILLS = """
			insert into bill
			select (%d + n * %d + k)::text, (%d + n)::text, 'CLAIMS', 2025, '2025-06-01', '2025-07-02', 'USD'
			from generate_series(1, ?) n, generate_series(0, %d) k
			on conflict do nothing""".formatted(FIRST_BILL, BILLS_APART, FIRST_CUSTOMER, BILLS - 1);

	private static final String CHARGES = """
			insert into charge
			select bill_number, 1, 'DAMAGED STREET SIGN', %d
			from bill join generate_series(1, ?) n on customer_number = (%d + n)::text
			on conflict do nothing""".formatted(UNPAID, FIRST_CUSTOMER);

	private static final String LINKS = """
			insert into link
			select lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, (%d + n)::text, now()
			from generate_series(1, ?) n
			on conflict do nothing""".formatted(FIRST_CUSTOMER);

	private final Suite suite;

	private final int count;

	private List<String> tokens = List.of();

	private long signedInAt;

	private Residents(Suite suite, int count) {
		this.suite = suite;
		this.count = count;
	}

	/** Creates them, or takes those that an earlier run has created. */
	public static Residents create(Suite suite, int count) throws IOException {
		suite.databases().run("identity", ACCOUNTS, count, suite.residentEmail());
		for (String sql : List.of(CUSTOMERS, ALL_BILLS, CHARGES, LINKS)) {
			suite.databases().run("billing", sql, count);
		}
		for (String table : List.of("customer", "bill", "charge", "link", "bill_balance")) {
			suite.databases().run("billing", "analyze " + table);
		}
		return new Residents(suite, count);
	}

	public int count() {
		return this.count;
	}

	public static String id(int resident) {
		return "00000000-0000-0000-0000-%012d".formatted(resident);
	}

	public static String customer(int resident) {
		return Integer.toString(FIRST_CUSTOMER + resident);
	}

	/**
	 * A bill of a resident's customer.
	 * @param number from 0 on
	 */
	public static String bill(int resident, int number) {
		return Integer.toString(FIRST_BILL + resident * BILLS_APART + number);
	}

	/** The same for pgbench, of its variables {@code resident} and {@code number}. */
	public static String pgbench() {
		return """
				\\set customer %d + :resident
				\\set bill %d + :resident * %d + :number
				""".formatted(FIRST_CUSTOMER, FIRST_BILL, BILLS_APART);
	}

	/** Signs all in, unless their tokens are still good for a while. */
	public void signIn() throws IOException, InterruptedException {
		if (!this.tokens.isEmpty() && System.nanoTime() - this.signedInAt < GOOD_FOR.toNanos()) {
			return;
		}
		this.signedInAt = System.nanoTime();
		try (HttpClient client = HttpClient.newHttpClient();
				ExecutorService some = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			List<Future<String>> tokens = some.invokeAll(IntStream.rangeClosed(1, this.count)
				.<Callable<String>>mapToObj((resident) -> () -> signIn(client, resident))
				.toList());
			this.tokens = tokens.stream().map(Future::resultNow).toList();
		}
	}

	/** The headers of a request of a resident who has signed in. */
	public Map<String, String> authorization(int resident) {
		return Map.of("Authorization", "Bearer " + this.tokens.get(resident - 1));
	}

	/** The same, signed in anew where the token would soon end. */
	public Map<String, String> freshAuthorization(int resident) throws IOException, InterruptedException {
		signIn();
		return authorization(resident);
	}

	private String signIn(HttpClient client, int resident) throws IOException, InterruptedException {
		byte[] account = JSON.writeValueAsBytes(
				Map.of("email", "payer-" + resident + "@fairhaven.example", "password", this.suite.residentPassword()));
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.suite.service("identity-service", "/api/v1/sessions")))
			.header("Content-Type", "application/json")
			.header("X-Forwarded-For", "10.1.%d.%d".formatted(resident >> 8, resident & 255))
			.POST(HttpRequest.BodyPublishers.ofByteArray(account))
			.build();
		return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
			.required("accessToken")
			.asString();
	}

}
