package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Residents who visit by browser, from 0 on: each is signed in with a session of its own
 * and linked to a household's bills.
 */
public final class Households {

	/** Of each household, one a year for each of two kinds and then another. */
	public static final int BILLS = 20;

	private static final int FIRST_CUSTOMER = 5_000_000;

	private static final int FIRST_BILL = 500_000_000;

	private static final String ID = "('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid";

	private static final String ACCOUNTS = """
			insert into account
			select (jsonb_populate_record(a, jsonb_build_object('id', %s,
			  'email', 'visitor-' || n || '@fairhaven.example', 'address', 'visitor-' || n || '@fairhaven.example'))).*
			from generate_series(0, ? - 1) n, account a where a.address = ?
			on conflict do nothing""".formatted(ID);

	/** As many sign-ins would cost as many password hashes. */
	private static final String SESSIONS = """
			insert into session (id, account_id, kind, token_hash, started_at, expires_at, ends_at)
			select %1$s, %1$s, 'browser', sha256(('visitor-' || lpad(n::text, 35, '0'))::bytea), now(),
			  now() + interval '15 minutes', now() + interval '8 hours'
			from generate_series(0, ? - 1) n
			on conflict (id) do update set expires_at = excluded.expires_at, ends_at = excluded.ends_at"""
		.formatted(ID);

	private static final String CUSTOMERS = """
			insert into customer
			select (%d + n)::text, 'VISITOR ' || n, '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now()
			from generate_series(0, ? - 1) n
			on conflict do nothing""".formatted(FIRST_CUSTOMER);

	private static final String ALL_BILLS = """
			insert into bill
			select (%d + n * %d + k)::text, (%d + n)::text, 'CLAIMS', 2016 + k %% 10, make_date(2016 + k %% 10, 6, 1 + k),
			  make_date(2016 + k %% 10, 7, 2 + k), 'USD'
			from generate_series(0, ? - 1) n, generate_series(0, %d) k
			on conflict do nothing"""
		.formatted(FIRST_BILL, BILLS, FIRST_CUSTOMER, BILLS - 1);

	private static final String CHARGES = """
			insert into charge
			select bill_number, 1, 'DAMAGED STREET SIGN', 25000
			from bill join generate_series(0, ? - 1) n on customer_number = (%d + n)::text
			on conflict do nothing""".formatted(FIRST_CUSTOMER);

	private static final String LINKS = """
			insert into link
			select %1$s, %1$s, (%2$d + n)::text, now() from generate_series(0, ? - 1) n
			on conflict do nothing""".formatted(ID, FIRST_CUSTOMER);

	private static final String LINKED_CUSTOMERS = """
			insert into customer
			select (%d + n)::text, 'VISITOR ' || n, '123 MAIN ST', 1 from generate_series(0, ? - 1) n
			on conflict do nothing""".formatted(FIRST_CUSTOMER);

	private static final String CUSTOMER_LINKS = """
			insert into customer_link (id, resident_id, customer_number, linked_at)
			select %1$s, %1$s, (%2$d + n)::text, now() from generate_series(0, ? - 1) n
			on conflict do nothing""".formatted(ID, FIRST_CUSTOMER);

	private Households() {
	}

	/**
	 * Creates them, or lets the sessions of those that an earlier run has created go on.
	 */
	public static void create(Suite suite, int count) throws IOException {
		suite.databases().run("identity", ACCOUNTS, count, suite.residentEmail());
		suite.databases().run("identity", SESSIONS, count);
		for (String sql : List.of(CUSTOMERS, ALL_BILLS, CHARGES, LINKS)) {
			suite.databases().run("billing", sql, count);
		}
		for (String sql : List.of(LINKED_CUSTOMERS, CUSTOMER_LINKS)) {
			suite.databases().run("account_link", sql, count);
		}
		analyze(suite, "identity", "account", "session");
		analyze(suite, "billing", "customer", "bill", "charge", "link", "bill_balance");
		analyze(suite, "account_link", "customer", "customer_link");
	}

	public static String customer(int household) {
		return Integer.toString(FIRST_CUSTOMER + household);
	}

	/**
	 * A bill of a household.
	 * @param number from 0 on
	 */
	public static String bill(int household, int number) {
		return Integer.toString(FIRST_BILL + household * BILLS + number);
	}

	/** What a visitor's browser sends with each request. */
	public static Map<String, String> browser(int household) {
		// Of the length and the characters that identity-service's own tokens have.
		return browser("__Host-plaza=visitor-%035d; ".formatted(household), household);
	}

	/** The same of a browser in which nobody is signed in. */
	public static Map<String, String> signedOutBrowser(int household) {
		return browser("", household);
	}

	/** As one that has been here before: it has the cookie of forms. */
	private static Map<String, String> browser(String session, int household) {
		return Map.of("Cookie", session + "__Host-plaza-form=00000000-0000-4000-8000-%012d".formatted(household),
				"Accept", "text/html,application/xhtml+xml", "Accept-Encoding", "gzip, deflate", "Accept-Language",
				"en-US,en;q=0.5");
	}

	private static void analyze(Suite suite, String database, String... tables) throws IOException {
		for (String table : tables) {
			suite.databases().run(database, "analyze " + table);
		}
	}

}
