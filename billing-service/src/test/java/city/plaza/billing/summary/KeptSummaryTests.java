package city.plaza.billing.summary;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.DrawnFiles;
import city.plaza.billing.TestLedger;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A resident's summary is the same whether the figures of a customer are kept or summed.
 */
@PlazaTest
class KeptSummaryTests {

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private SummarizeBills summarizeBills;

	@Autowired
	private CityCalendar calendar;

	@Autowired
	private TestLedger ledger;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 4, 5 })
	void isTheOneThatIsSummed(long seed) {
		DrawnFiles files = new DrawnFiles(this.ledger, new Random(seed), this.calendar.today().minusDays(200));
		this.ledger.link(this.resident, files.customer());
		this.ledger.link(this.resident, files.other());
		// One customer is kept, the other summed.
		run("insert into large_customer (customer_number, began_at, kept_since) values ('%s', now(), now())"
			.formatted(files.customer()));
		files.importBills(30);
		for (int file = 0; file < 8; file++) {
			files.importSomething();
			assertThat(assertSame().due()).isNotEmpty();
		}
		pay(files.customer());
		assertThat(assertSame().pendingBills()).isOne();
	}

	/**
	 * They are no payments of a provider's: no other test could do anything with them.
	 */
	@AfterEach
	void forgetsThePayments() {
		for (String table : List.of("payment_change", "payment_allocation", "payment")) {
			run("delete from " + table
					+ " where payment_id in (select payment_id from payment where reference like 'KEPT-%')");
		}
	}

	private BillingSummary assertSame() {
		BillingSummary kept = this.summarizeBills.of(this.resident).block();
		BillingSummary summed = this.transactions
			.undone(this.database.sql("delete from large_customer").then().then(this.summarizeBills.of(this.resident)))
			.block();
		assertThat(kept).isEqualTo(summed);
		return kept;
	}

	/** A payment of a bill that is submitted. */
	private void pay(String customer) {
		run("""
				with bill as (
				    select bill_number from current_bill where customer_number = '%s' and total_unpaid > 0
				      and bill_year >= 2015 limit 1
				), paid as (
				    insert into payment (payment_id, reference, resident_id, state, amount, currency, expires_at, created_at)
				    values (gen_random_uuid(), 'KEPT-%1$s', gen_random_uuid(), 'submitted', 1, 'USD', now(), now())
				    returning payment_id
				)
				insert into payment_allocation select payment_id, 1, bill_number, '%1$s', 1, true from paid, bill"""
			.formatted(customer));
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
