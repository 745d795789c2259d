package city.plaza.billing.finance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import city.plaza.billing.ImportReport;
import city.plaza.billing.TestLedger;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of several steps, with somebody in the way of the last one. */
@PlazaTest
class ImportStepsTests {

	private static final int BILLS = 1200;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	private final Sinks.Empty<Void> release = Sinks.empty();

	@Autowired
	private TestLedger ledger;

	private String customer = "";

	private List<String> bills = List.of();

	private CompletableFuture<Void> inTheWay = CompletableFuture.completedFuture(null);

	@BeforeEach
	void somebodyHoldsTheLastBill() {
		this.customer = this.ledger.customer();
		this.bills = IntStream.range(0, BILLS).mapToObj((n) -> TestLedger.newNumber()).sorted().toList();
		this.ledger.good("bills", file("250.00", this.bills.subList(BILLS - 1, BILLS)));
		this.inTheWay = this.transactions
			.inOne(this.database.sql("select bill_number from bill where bill_number = :bill for update")
				.bind("bill", this.bills.getLast())
				.fetch()
				.all()
				.then(this.release.asMono()))
			.toFuture();
		Awaitility.await()
			.until(() -> number("select count(*) from (select from bill where bill_number = '" + this.bills.getLast()
					+ "' for update skip locked) b") == 0);
	}

	@AfterEach
	void leave() {
		this.release.tryEmitEmpty();
		this.inTheWay.join();
	}

	@Test
	void whatIsImportedCanBeUsedBeforeTheFileIsOver() {
		CompletableFuture<ImportReport> upload = upload("100.00");
		awaitFirstBill();
		assertThat(upload).isNotDone();
		// Nobody waits for a bill of a step that is over.
		assertThat(number("select count(*) from (select from bill where bill_number = '" + this.bills.getFirst()
				+ "' for update skip locked) b"))
			.isOne();
		this.release.tryEmitEmpty();
		assertThat(upload.join().accepted()).isEqualTo(BILLS);
	}

	@Test
	void aFileThatWasCutOffGoesOnByItselfWhereItStopped() {
		CompletableFuture<ImportReport> upload = upload("100.00");
		awaitFirstBill();
		// As if its process had been killed: nothing tells that it gave its turn up.
		run("update import_turn set import_id = gen_random_uuid(), held_until = now() - interval '1 second'");
		long committed = committed();
		assertThat(committed).isBetween(1L, (long) BILLS);
		this.release.tryEmitEmpty();
		this.inTheWay.join();
		ImportReport report = upload.join();
		assertThat(report.accepted()).isEqualTo(BILLS);
		assertThat(report.unchanged()).isZero();
		assertThat(this.ledger.good("bills", file("100.00", this.bills)).unchanged()).isEqualTo(BILLS);
	}

	@Test
	void aSecondImportIsRefusedWhileOneRuns() {
		CompletableFuture<ImportReport> upload = upload("100.00");
		awaitFirstBill();
		assertThat(this.ledger.bring("bills", file("1.00", this.bills.subList(0, 1))).code())
			.isEqualTo("import-running");
		this.release.tryEmitEmpty();
		assertThat(upload.join().accepted()).isEqualTo(BILLS);
		assertThat(this.ledger.good("bills", file("100.00", this.bills.subList(0, 1))).unchanged()).isOne();
	}

	@Test
	void aDryRunOfAKnownFileLocksNothing() {
		ImportReport dry = this.ledger.dryRun("bills", file("250.00", this.bills.subList(BILLS - 1, BILLS)));
		assertThat(dry.unchanged()).isOne();
	}

	private CompletableFuture<ImportReport> upload(String amount) {
		return CompletableFuture.supplyAsync(() -> this.ledger.bring("bills", file(amount, this.bills)));
	}

	private void awaitFirstBill() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> committed() > 0);
	}

	private long committed() {
		return number("select count(*) from charge where amount = 10000 and bill_number in "
				+ "(select bill_number from bill where customer_number = '" + this.customer + "')");
	}

	private String file(String amount, List<String> numbers) {
		StringBuilder csv = new StringBuilder(TestLedger.BILLS);
		for (String number : numbers) {
			csv.append(number)
				.append(',')
				.append(this.customer)
				.append(",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,DAMAGED SIGN,")
				.append(amount)
				.append('\n');
		}
		return csv.toString();
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
