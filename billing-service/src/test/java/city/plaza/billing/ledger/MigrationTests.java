package city.plaza.billing.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.platform.testing.PlazaTest;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Data of the version before, with its instances still at work: {@code PLAZA_TEST_BILLS}
 * says how many bills there are.
 */
@PlazaTest
class MigrationTests {

	private static final int BILLS = Integer.parseInt(System.getenv().getOrDefault("PLAZA_TEST_BILLS", "20000"));

	@Autowired
	private Environment environment;

	private final AtomicInteger postings = new AtomicInteger();

	private String url = "";

	@BeforeEach
	void theSchemaOfTheVersionBefore() throws SQLException {
		this.url = "jdbc:postgresql://%s:%s/%s?currentSchema=before".formatted(
				this.environment.getRequiredProperty("PLAZA_DB_HOST"),
				this.environment.getRequiredProperty("PLAZA_DB_PORT"),
				this.environment.getRequiredProperty("plaza.database.name"));
		run("create schema before");
		migrate("23");
		run("insert into customer values ('1', 'EXAMPLE', 'A', 'B', 'IL', '0', 'A', 1, now())");
		run("insert into bill select 'B' || n, '1', 'CLAIMS', 2021, '2021-06-01', '2021-07-02', 'USD' "
				+ "from generate_series(1, " + BILLS + ") n");
		run("insert into charge select 'B' || n, line, 'DAMAGE', 10000 from generate_series(1, " + BILLS
				+ ") n, generate_series(1, 2) line");
		run("insert into posting select 'P' || n, null, 'B' || n, '2021-06-20', n % 20001, 'USD', now() "
				+ "from generate_series(1, " + BILLS + ") n where n % 3 = 0");
	}

	@AfterEach
	void dropIt() throws SQLException {
		run("drop schema before cascade");
	}

	@Test
	void carriesAllDataOverWhileTheVersionBeforeGoesOnPosting() throws Exception {
		AtomicBoolean isOver = new AtomicBoolean();
		CompletableFuture<Integer> posted = CompletableFuture.supplyAsync(() -> postAsBefore(isOver));
		migrate("latest");
		int before = this.postings.get();
		Awaitility.await().until(() -> posted.isDone() || this.postings.get() > before + 3);
		isOver.set(true);
		int afterwards = posted.join();
		assertThat(number("select count(*) from posting")).isEqualTo(BILLS / 3 + afterwards);
		assertThat(number("select count(*) from entry where kind <> 'posting'")).isZero();
		String wrong = """
				select count(*) from current_bill b where total_unpaid <>
				  (select sum(amount) from charge c where c.bill_number = b.bill_number)
				  - (select coalesce(sum(amount), 0) from posting p where p.bill_number = b.bill_number)""";
		assertThat(number(wrong)).isZero();
		// As the job does it that stores the balances of before.
		run("insert into bill_balance select bill_number, total_unpaid(bill_number) from bill "
				+ "on conflict do nothing");
		assertThat(number("select count(*) from bill_balance")).isEqualTo(BILLS);
		assertThat(number("select count(*) from large_customer")).isEqualTo(BILLS > 500 ? 1 : 0);
		// As the job does it that keeps the figures of those.
		run("update large_customer set began_at = now()");
		run("select keep_bill_spans(array_agg(bill_number)) from bill");
		postAsBefore(isOver);
		assertThat(number(wrong)).isZero();
		assertThat(number("select sum(total_unpaid) from bill_figure where is_month"))
			.isEqualTo(number("select sum(total_unpaid) from bill_balance"));
		assertThat(number("select sum(total_unpaid) from bill_balance"))
			.isEqualTo(number("select sum(total_unpaid) from bill_as_of('2999-01-01')"));
	}

	/** Posts to one bill after another, as an import of the version before does. */
	private int postAsBefore(AtomicBoolean isOver) {
		int posted = 0;
		try (Connection connection = DriverManager.getConnection(this.url, user(), password());
				Statement statement = connection.createStatement()) {
			do {
				String bill = "B" + (1 + posted % BILLS);
				connection.setAutoCommit(false);
				statement.execute("select bill_number from bill where bill_number = '" + bill + "' for update");
				statement.execute("insert into posting select 'N' || nextval('bill_proof_version'), null, '" + bill
						+ "', '2021-06-21', 1, 'USD', now()");
				statement.execute("select total_unpaid from bill_as_of('infinity') where bill_number = '" + bill + "'");
				connection.commit();
				posted++;
				this.postings.incrementAndGet();
			}
			while (!isOver.get());
			return posted;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void migrate(String target) {
		Flyway.configure()
			.dataSource(this.url, user(), password())
			.schemas("before")
			.locations("classpath:db/migration")
			.target(target)
			.load()
			.migrate();
	}

	private void run(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url, user(), password());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long number(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url, user(), password());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	private String user() {
		return this.environment.getRequiredProperty("PLAZA_DB_USER");
	}

	private String password() {
		return this.environment.getRequiredProperty("PLAZA_DB_PASSWORD");
	}

}
