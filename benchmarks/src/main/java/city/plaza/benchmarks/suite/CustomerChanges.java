package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Customers that change in billing-service's database at a steady rate, whether or not
 * anybody keeps up. A change and its event are one transaction, written past the service;
 * the event has normal priority, other than that of an import.
 */
public final class CustomerChanges {

	private static final int CUSTOMERS = 5_000;

	private static final int FIRST_CUSTOMER = 6_000_000;

	/** Enough that none waits for the commit of another. */
	private static final int WRITERS = 8;

	private static final double NANOS = 1e9;

	private static final String INSERT_CUSTOMERS = """
			insert into customer
			select (%d + n)::text, 'CHANGING ' || n, '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now()
			from generate_series(0, %d) n
			on conflict do nothing""".formatted(FIRST_CUSTOMER, CUSTOMERS - 1);

	/**
	 * The time is that of the commit's begin, but for what the driver needs to ask for
	 * it.
	 */
	private static final String CHANGE = """
			with changed as (
			  update customer set version = version + 1, changed_at = now()
			  where customer_number = any(?) returning *)
			insert into outbox (id, topic, key, type, source, data)
			select uuidv7(), 'billing.customers', customer_number, 'CustomerChanged', '/billing-service',
			  json_build_object('customerNumber', customer_number,
			    'accountNumbers', json_build_array(customer_number || '-001'), 'name', name,
			    'address', json_build_object('line1', address_line1, 'city', city, 'state', state,
			      'postalCode', postal_code),
			    'location', location, 'version', version, 'changedAt', changed_at)::text
			from changed
			returning id, (extract(epoch from clock_timestamp()) * 1000000)::bigint""";

	private final Suite suite;

	private CustomerChanges(Suite suite) {
		this.suite = suite;
	}

	/** Creates the customers; those of an earlier run are used again. */
	public static CustomerChanges in(Suite suite) throws IOException {
		suite.databases().run("billing", INSERT_CUSTOMERS);
		suite.databases().run("billing", "analyze customer");
		return new CustomerChanges(suite);
	}

	/**
	 * Changes customers.
	 * @param perSecond changes a second
	 * @param together changes of one transaction
	 * @return the microsecond at which each event's commit began, by its id
	 */
	public Map<UUID, Long> run(double perSecond, int together, Duration duration)
			throws IOException, InterruptedException {
		Map<UUID, Long> committed = new ConcurrentHashMap<>();
		try (CommitNotices notices = CommitNotices.in(this.suite, "billing");
				ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			Schedule schedule = new Schedule(System.nanoTime(), together * NANOS / perSecond, duration.toNanos(),
					new AtomicLong());
			Callable<Void> writer = () -> write(schedule, together, notices, committed);
			List<Future<Void>> ends = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				ends.add(writers.submit(writer));
			}
			for (Future<Void> end : ends) {
				end.get();
			}
		}
		catch (SQLException | ExecutionException ex) {
			throw new IOException(ex);
		}
		return committed;
	}

	private Void write(Schedule schedule, int together, CommitNotices notices, Map<UUID, Long> committed)
			throws SQLException, InterruptedException {
		try (Connection database = this.suite.databases().connect("billing");
				PreparedStatement change = database.prepareStatement(CHANGE)) {
			for (long turn = schedule.awaitNext(); turn >= 0; turn = schedule.awaitNext()) {
				Array customers = database.createArrayOf("text", customers(turn, together));
				change.setArray(1, customers);
				try (ResultSet rows = change.executeQuery()) {
					notices.committed();
					while (rows.next()) {
						committed.put(rows.getObject(1, UUID.class), rows.getLong(2));
					}
				}
				customers.free();
			}
		}
		return null;
	}

	/** No two transactions of one moment change the same customer. */
	static String[] customers(long turn, int together) {
		return LongStream.range(turn * together, (turn + 1) * together)
			.mapToObj((n) -> Long.toString(FIRST_CUSTOMER + n % CUSTOMERS))
			.toArray(String[]::new);
	}

	/**
	 * When each transaction is due.
	 *
	 * @param began as {@link System#nanoTime}
	 * @param apart nanoseconds from one to the next
	 * @param lasts nanoseconds
	 */
	record Schedule(long began, double apart, long lasts, AtomicLong next) {

		/**
		 * Waits until the next is due; one that is late is due at once.
		 * @return its number from 0 on; -1 after the last
		 */
		long awaitNext() throws InterruptedException {
			long turn = this.next.getAndIncrement();
			long due = (long) (turn * this.apart);
			if (due >= this.lasts || System.nanoTime() - this.began > this.lasts) {
				return -1;
			}
			long wait = this.began + due - System.nanoTime();
			if (wait > 0) {
				TimeUnit.NANOSECONDS.sleep(wait);
			}
			return turn;
		}

	}

}
