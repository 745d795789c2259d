package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A table of bills that grows: ten bills of one charge for each customer, those of a
 * customer far apart from each other, as the years bring them. Written by SQL past the
 * triggers and foreign keys, with what these would have made.
 */
public final class BillTable {

	/** Of each customer. */
	public static final int BILLS = 10;

	/** A customer with very many bills, all of the newest years. */
	public static final String LANDLORD = "29999998";

	/** A customer with as many as a household may have. */
	public static final String HOUSEHOLD = "29999999";

	public static final int LANDLORD_BILLS = 100_000;

	public static final int HOUSEHOLD_BILLS = 20;

	private static final int FIRST_CUSTOMER = 20_000_000;

	private static final long FIRST_BILL = 1_000_000_000L;

	private static final long LANDLORD_FIRST_BILL = 2_000_000_000L;

	private static final long HOUSEHOLD_FIRST_BILL = 2_100_000_000L;

	/** So many a statement: what it holds in memory does not grow with the table. */
	private static final int STEP = 500_000;

	private final Databases databases;

	private final String reader;

	private int customers;

	private BillTable(Databases databases, String reader) {
		this.databases = databases;
		this.reader = reader;
	}

	/**
	 * A table that has not been filled.
	 * @param reader the id of the resident who will read it
	 */
	public static BillTable in(Suite suite, String reader) {
		return new BillTable(suite.databases(), reader);
	}

	/** Leaves no bill: what other benchmarks wrote is not to be measured by the next. */
	public static void empty(Suite suite) throws IOException {
		new BillTable(suite.databases(), "").run(
				"truncate bill, charge, bill_balance, entry, large_customer, bill_span, bill_figure, bill_year_range, payment, sandbox_checkout cascade");
	}

	/**
	 * Fills it up.
	 * @param bills how many there are to be then; a multiple of ten, and more than before
	 */
	public void growTo(int bills) throws IOException {
		int wanted = bills / BILLS;
		run(customers(this.customers, wanted), owners(this.customers, wanted));
		for (int from = this.customers; from < wanted; from += STEP / BILLS) {
			int to = Math.min(wanted, from + STEP / BILLS);
			for (int nth = 0; nth < BILLS; nth++) {
				run(bills(from, to, nth).toArray(String[]::new));
			}
		}
		this.customers = wanted;
		tidy();
	}

	/** How many customers there are by now. */
	public int customers() {
		return this.customers;
	}

	/** Adds the landlord and the household, whom the reader may read. */
	public void addLandlord() throws IOException {
		run(customer(LANDLORD), customer(HOUSEHOLD), link(LANDLORD), link(HOUSEHOLD));
		run(billsOf(LANDLORD, LANDLORD_FIRST_BILL, LANDLORD_BILLS).toArray(String[]::new));
		run(billsOf(HOUSEHOLD, HOUSEHOLD_FIRST_BILL, HOUSEHOLD_BILLS).toArray(String[]::new));
		run(posted(LANDLORD).toArray(String[]::new));
		run(keep(LANDLORD).toArray(String[]::new));
		tidy();
	}

	/**
	 * Lets the reader read some customers, spread over the table, and no other of it.
	 * @param count how many, at most as many as there are
	 * @return their indexes
	 */
	public List<Integer> letRead(int count) throws IOException {
		List<Integer> some = spread(count, this.customers);
		run("delete from link where resident_id = '%s' and customer_number between '%d' and '%d'".formatted(this.reader,
				FIRST_CUSTOMER, FIRST_CUSTOMER + this.customers),
				"""
						insert into link
						select gen_random_uuid(), '%s', (%d + n::bigint * %d / %d)::text, now()
						from generate_series(0, %d) n""".formatted(this.reader, FIRST_CUSTOMER, this.customers, count,
						count - 1));
		run("analyze link");
		return some;
	}

	static List<Integer> spread(int count, int customers) {
		IntUnaryOperator nth = (n) -> (int) ((long) n * customers / count);
		return IntStream.range(0, count).map(nth).boxed().toList();
	}

	/** The number of a customer, from 0 on. */
	public static String customer(int index) {
		return Integer.toString(FIRST_CUSTOMER + index);
	}

	/**
	 * The number of one of a customer's bills.
	 * @param nth from 0 to 9
	 */
	public static String bill(int customer, int nth) {
		return Long.toString(FIRST_BILL + 100_000_000L * nth + customer);
	}

	private static String customers(int from, int to) {
		return """
				insert into customer
				select (%d + n)::text, 'GROWN ' || n, '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now()
				from generate_series(%d, %d) n""".formatted(FIRST_CUSTOMER, from, to - 1);
	}

	/** Each customer has a resident of its own, whom nobody signs in. */
	private static String owners(int from, int to) {
		return """
				insert into link
				select gen_random_uuid(), gen_random_uuid(), (%d + n)::text, now()
				from generate_series(%d, %d) n""".formatted(FIRST_CUSTOMER, from, to - 1);
	}

	/** The nth bill of each of some customers. */
	private static List<String> bills(int from, int to, int nth) {
		int year = 2016 + nth;
		return insert("(%d + n)::text".formatted(FIRST_BILL + 100_000_000L * nth),
				"(%d + n)::text".formatted(FIRST_CUSTOMER), Integer.toString(year),
				"generate_series(%d, %d)".formatted(from, to - 1));
	}

	private static List<String> billsOf(String customer, long firstBill, int count) {
		return insert("(%d + n)::text".formatted(firstBill), "'" + customer + "'", "2016 + n % 10",
				"generate_series(0, %d)".formatted(count - 1));
	}

	private static List<String> insert(String number, String customer, String year, String series) {
		return List.of(
				"""
						insert into bill
						select %1$s, %2$s, 'CLAIMS', %3$s, make_date(%3$s, 6, 1 + n %% 28), make_date(%3$s, 7, 1 + n %% 28), 'USD'
						from %4$s n"""
					.formatted(number, customer, year, series),
				"insert into charge select %s, 1, 'DAMAGED STREET SIGN', 25000 from %s n".formatted(number, series),
				"insert into bill_balance select %s, 25000 from %s n".formatted(number, series));
	}

	/** Most of a landlord's are paid: of 33 one is not. */
	private static List<String> posted(String customer) {
		String paid = "customer_number = '" + customer + "' and bill_number::bigint % 33 <> 0";
		return List.of("""
				insert into entry (entry_reference, bill_number, effective_on, amount, currency, recorded_at)
				select 'GROWN-' || bill_number, bill_number, pay_by, 25000, currency, now() from bill where\s""" + paid,
				"update bill_balance t set total_unpaid = 0 from bill b where b.bill_number = t.bill_number and b."
						+ paid.replace("and bill_number", "and b.bill_number"));
	}

	/** As the service does for a customer of so many bills. */
	private static List<String> keep(String customer) {
		return List.of("insert into large_customer (customer_number, began_at) values ('" + customer + "', now())",
				"select keep_bill_spans(array_agg(bill_number)) from bill where customer_number = '" + customer
						+ "' group by bill_year",
				"update large_customer set kept_since = now() where customer_number = '" + customer + "'");
	}

	private static String customer(String number) {
		return "insert into customer values ('%s', 'GROWN %1$s', '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now())"
			.formatted(number);
	}

	private String link(String customer) {
		return "insert into link values (gen_random_uuid(), '%s', '%s', now())".formatted(this.reader, customer);
	}

	/**
	 * As autovacuum does in time; what it writes is not to be written while it is
	 * measured.
	 */
	private void tidy() throws IOException {
		run("vacuum (analyze) customer", "vacuum (analyze) link", "vacuum (analyze) bill", "vacuum (analyze) charge",
				"vacuum (analyze) bill_balance", "vacuum (analyze) entry", "vacuum (analyze) bill_span",
				"vacuum (analyze) bill_figure", "checkpoint");
	}

	private void run(String... statements) throws IOException {
		this.databases.runsPastTriggers("billing", List.of(statements));
	}

}
