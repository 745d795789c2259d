package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.util.List;

/**
 * Payments that were made before, one of each customer of a table of bills: posted, but
 * for some that finance has yet to post. Written like the bills, past the triggers.
 */
public final class PaymentHistory {

	/** So many are yet to be posted, however many there are. */
	public static final int TO_BE_POSTED = 500;

	/** The bill of a customer that was paid, and the one whose payment waits. */
	private static final int PAID = 8;

	private static final int WAITING = 9;

	private static final String NEW_ONES = """
			payment_id in (select payment_id from payment where resident_id <= '%s')"""
		.formatted(Residents.id(999_999));

	private final Databases databases;

	private int customers;

	private PaymentHistory(Databases databases) {
		this.databases = databases;
	}

	/** Of a suite without payments. */
	public static PaymentHistory in(Suite suite) {
		return new PaymentHistory(suite.databases());
	}

	/**
	 * Pays a bill of each further customer.
	 * @param wanted how many customers have a payment then, at least as many as are yet
	 * to be posted
	 */
	public void growTo(int wanted) throws IOException {
		String added = "generate_series(%d, %d) n".formatted(this.customers, wanted - 1);
		run(payments(added), allocations(added), changes(added), entries(added), balances(added));
		run("vacuum (analyze) payment", "vacuum (analyze) payment_allocation", "vacuum (analyze) payment_change",
				"vacuum (analyze) entry", "checkpoint");
		this.customers = wanted;
	}

	/** Takes back what residents of a benchmark have paid since. */
	public void forgetNewOnes() throws IOException {
		run("truncate sandbox_checkout cascade", "delete from payment_request where " + NEW_ONES,
				"delete from payment_change where " + NEW_ONES, "delete from payment_allocation where " + NEW_ONES,
				"delete from payment where resident_id <= '%s'".formatted(Residents.id(999_999)));
	}

	/** The bill that a customer has paid. */
	public static String paidBill(int customer) {
		return BillTable.bill(customer, (customer < TO_BE_POSTED) ? WAITING : PAID);
	}

	private static String payments(String added) {
		return """
				insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at, created_at,
				  submitted_at, finished_at, posted_on)
				select md5('payment ' || n)::uuid, 'GROWN-' || n, gen_random_uuid(),
				  case when n < %1$d then 'submitted' else 'posted' end, 25000, 'USD', at + interval '15 minutes', at,
				  at + interval '1 minute', case when n >= %1$d then at + interval '2 days' end,
				  case when n >= %1$d then at::date + 2 end
				from %2$s, lateral (select timestamptz '2025-01-01' + n * interval '10 seconds' as at) made"""
			.formatted(TO_BE_POSTED, added);
	}

	private static String allocations(String added) {
		return """
				insert into payment_allocation
				select md5('payment ' || n)::uuid, 1, %1$s, (%2$s + n)::text, 25000, n < %3$d from %4$s"""
			.formatted(bill(), BillTable.customer(0), TO_BE_POSTED, added);
	}

	private static String changes(String added) {
		return """
				insert into payment_change (payment_id, state, changed_at)
				select md5('payment ' || n)::uuid, state, timestamptz '2025-01-01' + n * interval '10 seconds'
				from %2$s, unnest(array['created', 'redirected', 'submitted', 'posted']) state
				where n >= %1$d or state <> 'posted'""".formatted(TO_BE_POSTED, added);
	}

	private static String entries(String added) {
		return """
				insert into entry (entry_reference, payment_reference, bill_number, effective_on, amount, currency,
				  recorded_at)
				select 'GROWN-' || n, 'GROWN-' || n, %1$s, '2025-01-03', 25000, 'USD', now() from %2$s where n >= %3$d"""
			.formatted(bill(), added, TO_BE_POSTED);
	}

	private static String balances(String added) {
		return "update bill_balance set total_unpaid = 0 from %2$s where n >= %3$d and bill_number = %1$s"
			.formatted(bill(), added, TO_BE_POSTED);
	}

	/** The number of {@link #paidBill}, of the customer {@code n}. */
	private static String bill() {
		return "(case when n < %d then %s else %s end + n)::text".formatted(TO_BE_POSTED, BillTable.bill(0, WAITING),
				BillTable.bill(0, PAID));
	}

	private void run(String... statements) throws IOException {
		this.databases.runsPastTriggers("billing", List.of(statements));
	}

}
