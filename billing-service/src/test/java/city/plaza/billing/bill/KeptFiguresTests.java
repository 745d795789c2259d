package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.DrawnFiles;
import city.plaza.billing.TestLedger;
import city.plaza.billing.access.ResidentId;
import city.plaza.billing.bill.BillPages.Query;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever finance imports, each page of a customer whose figures are kept is the one
 * that is summed up over all bills.
 */
@PlazaTest
class KeptFiguresTests {

	private static final int FILES = 14;

	/**
	 * Kept from this file on; half of the bills are filled in, the others with the next.
	 */
	private static final int BEGUN = 3;

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private BillPages pages;

	@Autowired
	private TestLedger ledger;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	private Random random = new Random();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void areThoseThatAreSummed(long seed) {
		this.random = new Random(seed);
		DrawnFiles files = new DrawnFiles(this.ledger, this.random, LocalDate.of(2020, 11, 20));
		this.ledger.link(this.resident, files.customer());
		this.ledger.link(this.resident, files.other());
		files.importBills(12);
		for (int file = 0; file < FILES; file++) {
			files.importSomething();
			if (file == BEGUN) {
				begin(files);
			}
			if (file == BEGUN + 1) {
				finish(files);
			}
			if (file > BEGUN) {
				assertSamePages(files);
			}
		}
	}

	private void begin(DrawnFiles files) {
		run("insert into large_customer (customer_number, began_at) values ('%s', now()), ('%s', now())", files);
		run("""
				select keep_bill_spans(array(select bill_number from bill
				                             where customer_number in ('%s', '%s') and hashtext(bill_number) %% 2 = 0))""",
				files);
	}

	private void finish(DrawnFiles files) {
		run("""
				select keep_bill_spans(array(select bill_number from bill where customer_number in ('%s', '%s')))""",
				files);
		run("update large_customer set kept_since = now() where customer_number in ('%s', '%s')", files);
	}

	private void assertSamePages(DrawnFiles files) {
		for (LocalDate day : List.of(files.day(), files.day(), files.day(), LocalDate.now().plusDays(2),
				LocalDate.of(2999, 12, 31))) {
			assertSamePage(query(files.customer(), day, BillChoice.ALL, 200));
			BillOrder order = BillOrder.values()[this.random.nextInt(BillOrder.values().length)];
			BillState state = BillState.values()[this.random.nextInt(BillState.values().length)];
			Integer year = (this.random.nextInt(3) == 0) ? 2014 + this.random.nextInt(8) : null;
			BillTypeCode type = (this.random.nextInt(3) == 0) ? new BillTypeCode(files.drawn(DrawnFiles.TYPES)) : null;
			assertSamePage(query((this.random.nextInt(4) == 0) ? files.other() : files.customer(), day,
					new BillChoice(state, year, type, order, 1 + this.random.nextInt(3)), 1 + this.random.nextInt(9)));
			assertSamePagesByCursor(files.customer(), day, state);
		}
	}

	private void assertSamePagesByCursor(String customer, LocalDate day, BillState state) {
		BillChoice choice = new BillChoice(state, null, null, BillOrder.LATEST_PAY_BY, 1);
		BillCursor after = BillCursor.read(null);
		BillPage page;
		do {
			page = assertSamePage(new Query(new ResidentId(this.resident), new CustomerNumber(customer), day, choice,
					after, 1 + this.random.nextInt(20)));
			if (page.more()) {
				BillPage.Item last = page.items().getLast();
				after = new BillCursor(last.payBy(), last.billNumber().value());
			}
		}
		while (page.more());
	}

	private Query query(String of, LocalDate day, BillChoice choice, int limit) {
		return new Query(new ResidentId(this.resident), new CustomerNumber(of), day, choice, BillCursor.read(null),
				limit);
	}

	private BillPage assertSamePage(Query query) {
		BillPage kept = this.pages.page(query).block();
		BillPage summed = this.transactions
			.undone(this.database.sql("delete from large_customer").then().then(this.pages.page(query)))
			.block();
		assertThat(kept).as(query.toString()).isEqualTo(summed);
		return kept;
	}

	private void run(String sql, DrawnFiles files) {
		this.database.sql(sql.formatted(files.customer(), files.other())).then().block();
	}

}
