package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two bills of one history: it is imported in order for one, and in any order for the
 * other.
 */
@PlazaTest
class LedgerHistoriesTests {

	private static final String ADJUSTMENTS = "adjustment_reference,kind,bill_number,effective_on,amount,currency,"
			+ "reverses,reason\n";

	private static final long CHARGED = 100_000;

	@Autowired
	private TestLedger files;

	@Autowired
	private DatabaseClient database;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2 })
	void theOrderOfImportDoesNotMatter(long seed) {
		Random random = new Random(seed);
		List<Happening> history = history(random);
		UUID resident = UUID.randomUUID();
		String customer = this.files.customer();
		String inOrder = this.files.bill(customer, "1000.00");
		String inAnyOrder = this.files.bill(customer, "1000.00");
		this.files.link(resident, customer);
		bring(inOrder, history);
		Collections.shuffle(history, random);
		for (int at = 0; at < history.size(); at += 9) {
			bring(inAnyOrder, history.subList(at, Math.min(at + 9, history.size())));
		}
		for (int day = 0; day <= 60; day++) {
			LocalDate date = LedgerHistory.FIRST.plusDays(day);
			long expected = CHARGED + history.stream()
				.filter((happened) -> !happened.on().isAfter(date))
				.mapToLong(Happening::adds)
				.sum();
			assertThat(asOf(inOrder, date)).as(date.toString()).isEqualTo(expected);
			assertThat(asOf(inAnyOrder, date)).as(date.toString()).isEqualTo(expected);
		}
		assertSameToday(resident, customer, inOrder, inAnyOrder, history);
	}

	/** Bill, list and stored balance show one figure, and the lines add up to it. */
	private void assertSameToday(UUID resident, String customer, String one, String other, List<Happening> history) {
		long unpaid = CHARGED + history.stream().mapToLong(Happening::adds).sum();
		for (String number : List.of(one, other)) {
			JsonNode bill = this.files.read(resident, "/api/v1/bills/" + number);
			assertThat(cents(bill.path("totalUnpaid"))).isEqualTo(unpaid);
			assertThat(sum(bill.path("charges")) + sum(bill.path("changes")) - sum(bill.path("postings")))
				.isEqualTo(unpaid);
			assertThat(bill.path("postings").valueStream().map((line) -> line.path("postedOn").stringValue()))
				.isSorted();
			assertThat(bill.path("changes").valueStream().map((line) -> line.path("effectiveOn").stringValue()))
				.isSorted();
			assertThat(number("select total_unpaid from bill_balance where bill_number = '" + number + "'"))
				.isEqualTo(unpaid);
		}
		JsonNode list = this.files.read(resident, "/api/v1/customers/" + customer + "/bills");
		assertThat(cents(list.path("totalUnpaid"))).isEqualTo(2 * unpaid);
		assertThat(list.path("items").valueStream().mapToLong((item) -> cents(item.path("totalUnpaid"))).sum())
			.isEqualTo(2 * unpaid);
	}

	/** Never more taken off than was charged at first, so that any order will do. */
	private static List<Happening> history(Random random) {
		List<Happening> history = new ArrayList<>();
		String[] kinds = { "", "", "waiver", "adjustment", "fee", "interest", "penalty" };
		for (int at = 0; at < 24; at++) {
			String kind = kinds[random.nextInt(kinds.length)];
			long cents = 1 + random.nextInt((int) CHARGED / 24);
			boolean takesOff = kind.isEmpty() || kind.equals("waiver")
					|| (kind.equals("adjustment") && random.nextBoolean());
			history
				.add(new Happening(kind, LedgerHistory.FIRST.plusDays(random.nextInt(60)), takesOff ? -cents : cents));
		}
		return history;
	}

	private void bring(String bill, List<Happening> history) {
		StringBuilder postings = new StringBuilder(TestLedger.POSTINGS);
		StringBuilder adjustments = new StringBuilder(ADJUSTMENTS);
		for (Happening happened : history) {
			String reference = TestLedger.newNumber();
			if (happened.kind().isEmpty()) {
				postings.append("%s,,%s,%s,%s,USD\n".formatted(reference, bill, happened.on(),
						LedgerHistory.usd(-happened.adds()).toDecimal()));
			}
			else {
				adjustments.append("%s,%s,%s,%s,%s,USD,,as agreed\n".formatted(reference, happened.kind(), bill,
						happened.on(), LedgerHistory.usd(happened.adds()).toDecimal()));
			}
		}
		this.files.good("adjustments", adjustments.toString());
		this.files.good("postings", postings.toString());
	}

	private long asOf(String bill, LocalDate date) {
		return number("select total_unpaid from bill_as_of('" + date + "') where bill_number = '" + bill + "'");
	}

	private long number(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private static long sum(JsonNode lines) {
		return lines.valueStream().mapToLong((line) -> cents(line.path("amount"))).sum();
	}

	private static long cents(JsonNode money) {
		return money.path("amount").asLong(Long.MIN_VALUE);
	}

	/** What finance books: a posting where the kind is empty. */
	private record Happening(String kind, LocalDate on, long adds) {
	}

}
