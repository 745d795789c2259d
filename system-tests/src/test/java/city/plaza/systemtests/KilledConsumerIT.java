package city.plaza.systemtests;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import city.plaza.local.topology.Database;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A reader killed with -9 while it applies many events to a transaction. */
@Order(2)
@OnRunningSuite
class KilledConsumerIT {

	private static final int CUSTOMERS = 20_000;

	private static final String READER = "account-link-service";

	private static final String PUBLISH = """
			insert into outbox (id, topic, key, type, source, data, bulk)
			select md5(number)::uuid, 'billing.customers', number, 'CustomerChanged', '/billing-service',
			  json_build_object('customerNumber', number, 'accountNumbers', json_build_array(number || '-001'),
			    'name', 'KILLED ' || number, 'location', '', 'version', 1)::text, true
			from (select '%1$s' || n as number from generate_series(1, %2$d) n) as customer
			""";

	/** Both of one moment: what is remembered, and what it did. */
	private static final String APPLIED = """
			select (select count(*) from inbox where consumer = 'customers' and event_id in (
			          select md5('%1$s' || n)::uuid from generate_series(1, %2$d) n)) as remembered,
			       (select count(*) from customer where customer_number like '%1$s%%') as kept
			""";

	private final RunningSuite suite = RunningSuite.get();

	@Test
	void losesNothingOfABatchAndRemembersNothingThatItDidNotDo() throws SQLException {
		String prefix = "killed-";
		try (Connection billing = this.suite.database(Database.BILLING);
				Connection copy = this.suite.database(Database.ACCOUNT_LINK)) {
			try (Statement statement = billing.createStatement()) {
				statement.execute(PUBLISH.formatted(prefix, CUSTOMERS));
			}
			int restarts = this.suite.status(READER).restarts();
			await().atMost(Scene.LIMIT)
				.pollInterval(Duration.ofMillis(20))
				.until(() -> applied(copy, prefix).kept() > 0);
			this.suite.kill(READER);
			Applied killed = applied(copy, prefix);
			assertThat(killed.remembered()).isEqualTo(killed.kept());
			this.suite.awaitRestarted(READER, restarts);
			await().atMost(Scene.LIMIT).until(() -> applied(copy, prefix), new Applied(CUSTOMERS, CUSTOMERS)::equals);
		}
	}

	private static Applied applied(Connection copy, String prefix) throws SQLException {
		try (Statement statement = copy.createStatement();
				ResultSet row = statement.executeQuery(APPLIED.formatted(prefix, CUSTOMERS))) {
			row.next();
			return new Applied(row.getLong("remembered"), row.getLong("kept"));
		}
	}

	private record Applied(long remembered, long kept) {
	}

}
