package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import city.plaza.billing.TestLedger;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is stored of a bill is what its entries say, whoever writes them and in whatever
 * order.
 */
@PlazaTest
class BalanceTests {

	private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Ledger ledger;

	@Autowired
	private FillBalances fillBalances;

	@Autowired
	private TestLedger files;

	private String bill = "";

	@BeforeEach
	void aBill() {
		this.bill = this.files.bill(this.files.customer(), "250.00");
	}

	@RepeatedTest(10)
	void balancesEqualTheSumOfEntriesAtEveryDate(RepetitionInfo run) {
		Random random = new Random(run.getCurrentRepetition());
		List<Entry> history = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			history.add(new Entry(this.bill + "-" + i, EntryKind.values()[random.nextInt(EntryKind.values().length)],
					new BillNumber(this.bill), FIRST.plusDays(random.nextInt(60)),
					new Money(random.nextInt(20_000) - 8_000, "USD"), null, null, null));
		}
		List<Entry> booked = new ArrayList<>();
		for (Entry entry : history) {
			booked.addAll(
					this.transactions
						.inOne(this.ledger.lock(List.of(entry.billNumber()))
							.map((bills) -> bills.values().iterator().next().add(entry))
							.flatMap((added) -> this.ledger.book(added.entries()).thenReturn(added.entries())))
						.block());
			assertThat(stored()).isEqualTo(25_000 - sum(booked, LocalDate.MAX)).isGreaterThanOrEqualTo(0);
		}
		for (int day = 0; day <= 60; day++) {
			LocalDate date = FIRST.plusDays(day);
			assertThat(asOf(date)).isEqualTo(25_000 - sum(booked, date));
		}
		assertThat(number("select total_unpaid from current_bill where bill_number = '" + this.bill + "'"))
			.isEqualTo(stored());
	}

	@Test
	void anEntryCanNeitherBeChangedNorDeleted() {
		this.files.posting(this.bill, "2021-06-20", "10.00");
		assertThatThrownBy(() -> run("update entry set amount = 1 where bill_number = '" + this.bill + "'"))
			.hasMessageContaining("never changed");
		assertThatThrownBy(() -> run("delete from entry where bill_number = '" + this.bill + "'"))
			.hasMessageContaining("never changed");
		assertThat(stored()).isEqualTo(24_000);
	}

	@Test
	void whatAnInstanceOfTheVersionBeforePostsCountsToo() {
		run("""
				insert into posting values ('old-%1$s', null, '%1$s', '2021-06-20', 1000, 'USD', now())"""
			.formatted(this.bill));
		assertThat(stored()).isEqualTo(24_000);
		assertThat(number("select amount from posting where posting_reference = 'old-" + this.bill + "'"))
			.isEqualTo(1000);
		assertThat(number("select count(*) from entry where kind = 'posting' and bill_number = '" + this.bill + "'"))
			.isOne();
	}

	@Test
	void aCorrectedBillHasItsNewTotal() {
		String customer = this.files.customer();
		String number = TestLedger.newNumber();
		String row = number + "," + customer + ",CLAIMS,2021,2021-06-01,2021-07-02,USD,1,DAMAGED SIGN,";
		this.files.good("bills", TestLedger.BILLS + row + "250.00\n");
		this.files.good("bills", TestLedger.BILLS + row + "175.50\n");
		assertThat(number("select total_unpaid from bill_balance where bill_number = '" + number + "'"))
			.isEqualTo(17_550);
	}

	@Test
	void aBillFromBeforeBalancesWereStoredIsComputedUntilItsBalanceIs() {
		this.files.posting(this.bill, "2021-06-20", "10.00");
		run("delete from bill_balance where bill_number = '" + this.bill + "'");
		String current = "select total_unpaid from current_bill where bill_number = '" + this.bill + "'";
		assertThat(number(current)).isEqualTo(24_000);
		this.files.posting(this.bill, "2021-06-21", "10.00");
		assertThat(number(current)).isEqualTo(23_000);
		this.fillBalances.fillAll().block();
		assertThat(stored()).isEqualTo(23_000);
		this.files.posting(this.bill, "2021-06-22", "10.00");
		assertThat(stored()).isEqualTo(22_000);
	}

	private static long sum(List<Entry> entries, LocalDate until) {
		return entries.stream()
			.filter((entry) -> !entry.effectiveOn().isAfter(until))
			.mapToLong((entry) -> entry.amount().amount())
			.sum();
	}

	private long stored() {
		return number("select total_unpaid from bill_balance where bill_number = '" + this.bill + "'");
	}

	private long asOf(LocalDate date) {
		return number("select total_unpaid from bill_as_of('" + date + "') where bill_number = '" + this.bill + "'");
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private void run(String sql) {
		this.database.sql(sql).then().block();
	}

}
