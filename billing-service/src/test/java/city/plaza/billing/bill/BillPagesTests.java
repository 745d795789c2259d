package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.TestLedger;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list that is read page by page has every bill once, whatever is drawn between them.
 */
@PlazaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillPagesTests {

	private static final int BILLS = 25;

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private BillPages pages;

	@Autowired
	private TestLedger ledger;

	private String customer;

	private List<LocalDate> payBy;

	@BeforeAll
	void importsBillsOfAFewDays() {
		Random random = new Random(5);
		this.customer = this.ledger.customer();
		this.payBy = new ArrayList<>();
		StringBuilder file = new StringBuilder(TestLedger.BILLS);
		for (int at = 0; at < BILLS; at++) {
			LocalDate day = LocalDate.of(2021, 7, 1).plusDays(random.nextInt(6));
			String number = TestLedger.newNumber() + "aB-_. Z".substring(random.nextInt(5)).strip();
			file.append("%s,%s,CLAIMS,2021,2021-06-01,%s,USD,1,SIGN,1.0%d\n".formatted(number, this.customer, day,
					at % 10));
			this.payBy.add(day);
		}
		this.ledger.good("bills", file.toString());
		this.ledger.link(this.resident, this.customer);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 24, 25, 26, 200 })
	void everyBillIsOnOnePage(int limit) {
		List<BillPage.Item> all = new ArrayList<>();
		BillCursor after = BillCursor.read(null);
		boolean isLast = false;
		while (!isLast) {
			BillPage page = page(after, limit, LocalDate.of(2021, 8, 1));
			assertThat(page.counts().all()).isEqualTo(BILLS);
			assertThat(page.totalUnpaid()).isEqualTo(page.totalBalanceDue());
			assertThat(page.items()).hasSizeBetween(1, limit);
			all.addAll(page.items());
			isLast = !page.more();
			BillPage.Item last = page.items().getLast();
			after = BillCursor.read(new BillCursor(last.payBy(), last.billNumber().value()).text());
		}
		assertThat(all).extracting(BillPage.Item::billNumber).doesNotHaveDuplicates().hasSize(BILLS);
		assertThat(all).extracting(BillPage.Item::payBy)
			.containsExactlyElementsOf(this.payBy.stream().sorted(Comparator.reverseOrder()).toList());
		assertThat(all.stream().mapToLong((item) -> item.totalUnpaid().amount()).sum())
			.isEqualTo(page(BillCursor.read(null), 1, LocalDate.of(2021, 8, 1)).totalUnpaid().amount());
		assertThat(page(after, limit, LocalDate.of(2021, 8, 1)).items()).isEmpty();
	}

	/** Today's figures are stored, those of any other day computed. */
	@ParameterizedTest
	@CsvSource({ "2021-05-31, 0", "2021-06-01, 25", "2999-12-31, 25" })
	void countsWhatIsIssuedByTheDay(LocalDate asOf, int count) {
		BillPage page = page(BillCursor.read(null), 50, asOf);
		assertThat(page.counts().all()).isEqualTo(count);
		assertThat(page.items()).hasSize(count);
		assertThat(page.more()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999-12-31", "2021-07-06", "0001-01-01" })
	void aPlaceThatIsNoBillIsBetweenTheBills(LocalDate day) {
		BillPage page = page(new BillCursor(day, "~"), 50, LocalDate.of(2021, 8, 1));
		assertThat(page.items()).extracting(BillPage.Item::payBy).allMatch((payBy) -> !payBy.isAfter(day));
		assertThat(page.counts().all()).isEqualTo(BILLS);
	}

	private BillPage page(BillCursor after, int limit, LocalDate asOf) {
		return this.pages
			.page(new BillPages.Query(new ResidentId(this.resident), new CustomerNumber(this.customer), asOf,
					BillChoice.ALL, after, limit))
			.block();
	}

}
