package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.billing.TestLedger;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From when on figures are kept, and that they stay right whatever happens at once. */
@PlazaTest
class KeepLargeCustomersTests {

	private static final int MANY = 500;

	@Autowired
	private KeepLargeCustomers keepLargeCustomers;

	@Autowired
	private Ledger ledger;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestLedger files;

	/** Other tests count on few. */
	@AfterEach
	void forgetThem() {
		run("delete from large_customer");
		run("delete from bill_span");
		run("delete from bill_figure");
		run("delete from bill_year_range");
	}

	@Test
	void customersOfManyBillsAreNoticedAndKept() {
		String many = this.files.customer();
		String few = this.files.customer();
		importBills(many, MANY);
		importBills(few, 20);
		importNoticeable(many);
		importNoticeable(few);
		assertThat(number("select count(*) from large_customer where customer_number = '" + many + "'")).isOne();
		assertThat(number("select count(*) from large_customer where customer_number = '" + few + "'")).isZero();
		keep(many);
		assertThat(wrong(many)).isZero();
		assertThat(figures(many)).isEqualTo(summed(many));
		assertThat(number("select count(*) from bill_span where customer_number = '" + few + "'")).isZero();
	}

	/** One that did not know of it when it wrote would be missing for ever. */
	@Test
	void beginsWhenTransactionsThatAreUnderWayHaveEnded() {
		String customer = this.files.customer();
		List<Entry> entries = List.of(posting("first", importBills(customer, 3).getFirst()));
		run("insert into large_customer (customer_number) values ('" + customer + "')");
		CompletableFuture<Void> gate = new CompletableFuture<>();
		CompletableFuture<Void> poster = this.transactions
			.inOne(this.ledger.lock(List.of(entries.getFirst().billNumber()))
				.then(this.ledger.book(entries))
				.then(Mono.fromFuture(gate)))
			.toFuture();
		Awaitility.await().until(() -> locks("granted and mode = 'RowExclusiveLock'") > 0);
		CompletableFuture<Void> keeper = this.keepLargeCustomers.keepAllInTime().toFuture();
		Awaitility.await().until(() -> locks("not granted") > 0);
		gate.complete(null);
		poster.join();
		keeper.join();
		keep(customer);
		assertThat(wrong(customer)).isZero();
		assertThat(figures(customer)).isEqualTo("3 3 29900");
	}

	private long locks(String condition) {
		return number("select count(*) from pg_locks where relation = 'large_customer'::regclass and " + condition);
	}

	/**
	 * Two customers, each transaction with bills of both, while their older ones are
	 * filled in.
	 */
	@Test
	void figuresStayRightWhilePaymentsArePostedAndBillsImportedAtOnce() {
		String one = this.files.customer();
		String two = this.files.customer();
		List<String> bills = new ArrayList<>(importBills(one, 60));
		bills.addAll(importBills(two, 60));
		for (String customer : List.of(one, two)) {
			run("insert into large_customer (customer_number) values ('" + customer + "')");
		}
		AtomicBoolean isOver = new AtomicBoolean();
		List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
			.mapToObj((writer) -> CompletableFuture.runAsync(() -> {
				for (int nth = 0; nth < 12; nth++) {
					post(writer + "-" + nth, bills.get((writer + 4 * nth) % 60),
							bills.get(60 + (7 * nth + writer) % 60));
				}
			}))
			.toList();
		CompletableFuture<Void> keeper = CompletableFuture.runAsync(() -> {
			while (!isOver.get()) {
				this.keepLargeCustomers.keepAll().block();
			}
		});
		importBills(one, 40);
		importBills(two, 40);
		CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();
		isOver.set(true);
		keeper.join();
		for (String customer : List.of(one, two)) {
			keep(customer);
			assertThat(wrong(customer)).isZero();
			assertThat(figures(customer)).isEqualTo(summed(customer));
			assertThat(number("select count(*) from current_bill where customer_number = '" + customer
					+ "' and total_unpaid < 10000"))
				.isPositive();
		}
	}

	/** As a step of an import of postings does. */
	private void post(String reference, String one, String two) {
		List<Entry> entries = Stream.of(two, one).map((bill) -> posting(reference, bill)).toList();
		this.transactions
			.inOne(this.ledger.lock(entries.stream().map(Entry::billNumber).toList()).then(this.ledger.book(entries)))
			.block();
	}

	private static Entry posting(String reference, String bill) {
		return new Entry("KL" + bill + "-" + reference, EntryKind.POSTING, new BillNumber(bill),
				LocalDate.of(2021, 6, 5), new Money(100, "USD"), null, null, null);
	}

	private void keep(String customer) {
		Awaitility.await(customer).until(() -> {
			this.keepLargeCustomers.keepAll().block();
			return number("select count(*) from kept_customer where customer_number = '" + customer + "'") == 1;
		});
	}

	private List<String> importBills(String customer, int count) {
		List<String> numbers = IntStream.range(0, count).mapToObj((nth) -> TestLedger.newNumber()).toList();
		this.files.good("bills",
				TestLedger.BILLS + String.join("", numbers.stream().map((number) -> row(number, customer)).toList()));
		return numbers;
	}

	/** Of the new bills whose customer is looked at. */
	private void importNoticeable(String customer) {
		String number = this.database
			.sql("select 'N' || n as number from generate_series(:first, :first + 10000) n "
					+ "where hashtext('N' || n) & 63 = 0 limit 1")
			.bind("first", Integer.parseInt(TestLedger.newNumber()) * 100)
			.map((row) -> row.get("number", String.class))
			.one()
			.block();
		this.files.good("bills", TestLedger.BILLS + row(number, customer));
	}

	private static String row(String number, String customer) {
		return number + "," + customer + ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,SIGN,100.00\n";
	}

	/** Bills whose spans are not what its entries say, on some day. */
	private long wrong(String customer) {
		return number("""
				select count(*)
				from generate_series(date '2021-05-30', date '2021-06-08', interval '1 day') d
				cross join lateral (
				    (select bill_number, total_unpaid from bill_as_of(d::date) where customer_number = '%1$s')
				    except all
				    select bill_number, total_unpaid from bill_span
				    where customer_number = '%1$s' and from_day <= d and to_day > d
				) w""".formatted(customer));
	}

	private String figures(String customer) {
		return text("""
				select sum(bills) || ' ' || sum(open_bills) || ' ' || sum(total_unpaid) as text from bill_figure
				where customer_number = '%s' and not is_month""".formatted(customer));
	}

	private String summed(String customer) {
		return text("""
				select count(*) || ' ' || count(*) filter (where total_unpaid > 0) || ' ' || sum(total_unpaid) as text
				from current_bill where customer_number = '%s'""".formatted(customer));
	}

	private String text(String sql) {
		return this.database.sql(sql).map((row) -> row.get("text", String.class)).one().block();
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
