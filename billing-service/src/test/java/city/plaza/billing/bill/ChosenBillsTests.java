package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import city.plaza.billing.TestLedger;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Filter, order and pages against the same done in memory, on bills that are drawn. */
@PlazaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenBillsTests {

	private static final int BILLS = 23;

	private static final List<String> TYPES = List.of("CLAIMS", "PERMIT", "TREES");

	private static final LocalDate POSTED = LocalDate.of(2023, 1, 15);

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private TestLedger ledger;

	private final List<Drawn> drawn = new ArrayList<>();

	private String list;

	/** A bill as it was imported, with what was posted to it. */
	record Drawn(String number, String type, int year, LocalDate payBy, long cents, boolean paid) {

		long unpaid() {
			return this.paid ? 0 : this.cents;
		}

	}

	@BeforeAll
	void drawsBills() {
		Random random = new Random(11);
		String customer = this.ledger.customer();
		StringBuilder bills = new StringBuilder(TestLedger.BILLS);
		StringBuilder postings = new StringBuilder(TestLedger.POSTINGS);
		for (int at = 0; at < BILLS; at++) {
			int year = 2019 + random.nextInt(3);
			String number = TestLedger.newNumber() + "X".repeat(random.nextInt(3));
			Drawn bill = new Drawn(number, TYPES.get(random.nextInt(TYPES.size())), year,
					LocalDate.of(year, 7, 1).plusDays(random.nextInt(4)), 100 * (1 + random.nextInt(5)),
					random.nextBoolean());
			this.drawn.add(bill);
			bills.append("%s,%s,%s,%d,%d-06-01,%s,USD,1,SIGN,%d.00\n".formatted(number, customer, bill.type(), year,
					year, bill.payBy(), bill.cents() / 100));
			if (bill.paid()) {
				postings.append(
						"%s,,%s,%s,%d.00,USD\n".formatted(TestLedger.newNumber(), number, POSTED, bill.cents() / 100));
			}
		}
		this.ledger.good("bills", bills.toString());
		this.ledger.good("postings", postings.toString());
		this.ledger.link(this.resident, customer);
		this.list = "/api/v1/customers/" + customer + "/bills?limit=5";
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			all,    -,    -,      -pay-by
			unpaid, -,    -,      -pay-by
			paid,   -,    -,      pay-by
			all,    2020, -,      bill-number
			all,    -,    PERMIT, -bill-number
			unpaid, 2019, CLAIMS, total-unpaid
			unpaid, -,    TREES,  -total-unpaid
			all,    -,    -,      -total-unpaid
			paid,   2021, PERMIT, total-unpaid
			all,    2014, -,      -pay-by
			all,    -,    NONE,   -pay-by
			""")
	void areTheSameAsInMemory(String state, String year, String type, String sort) {
		String query = "&state=" + state + ((year != null) ? "&year=" + year : "")
				+ ((type != null) ? "&type=" + type : "") + "&sort=" + sort;
		List<String> expected = this.drawn.stream()
			.filter(chosen(state, year, type))
			.sorted(order(sort))
			.map(Drawn::number)
			.toList();
		for (String asOf : List.of("", "&asOf=2025-03-03")) {
			List<String> shown = new ArrayList<>();
			for (int page = 1; page <= 6; page++) {
				JsonNode found = read(query + asOf + "&page=" + page);
				assertThat(found.path("matching").asInt()).isEqualTo(expected.size());
				assertThat(found.path("items").size()).isEqualTo(Math.clamp(expected.size() - 5L * (page - 1), 0, 5));
				shown.addAll(numbers(found));
				assertThatTheRestStaysOverAllBills(found);
			}
			assertThat(shown).isEqualTo(expected);
		}
	}

	/** What a tree costs more when it is paid late is known to the service alone. */
	@ParameterizedTest
	@CsvSource({ "balance-due, all, 1", "-balance-due, all, -1", "-balance-due, unpaid, -1" })
	void areOrderedByWhatIsDueWithInterest(String sort, String state, int direction) {
		List<Long> due = new ArrayList<>();
		List<Long> unpaid = new ArrayList<>();
		for (int page = 1; page <= 5; page++) {
			read("&sort=" + sort + "&state=" + state + "&page=" + page).path("items").valueStream().forEach((item) -> {
				due.add(direction * item.path("balanceDue").path("amount").asLong());
				unpaid.add(direction * item.path("totalUnpaid").path("amount").asLong());
			});
		}
		assertThat(due).isSorted().hasSameSizeAs(this.drawn.stream().filter(chosen(state, null, null)).toList());
		assertThat(unpaid).as("without interest").isNotEqualTo(unpaid.stream().sorted().toList());
	}

	@Test
	void areNoneOfAStrangersInAnyOrder() {
		for (BillOrder order : BillOrder.values()) {
			assertThat(this.ledger.read(UUID.randomUUID(), this.list + "&sort=" + order.code()).path("code").asString())
				.isEqualTo("not-found");
		}
	}

	@Test
	void areReadToTheEndByACursorToo() {
		List<String> shown = new ArrayList<>();
		JsonNode page = read("&state=unpaid");
		shown.addAll(numbers(page));
		while (!page.path("next").isNull()) {
			page = read("&state=unpaid&cursor=" + page.path("next").asString());
			shown.addAll(numbers(page));
		}
		assertThat(shown).isEqualTo(this.drawn.stream()
			.filter(chosen("unpaid", null, null))
			.sorted(order("-pay-by"))
			.map(Drawn::number)
			.toList());
	}

	/** Nothing is a page's beginning that would be read in another order. */
	@Test
	void haveNoCursorInAnotherOrder() {
		assertThat(read("&sort=bill-number").path("next").isNull()).isTrue();
		assertThat(read("&sort=-pay-by").path("next").isNull()).isFalse();
	}

	@Test
	void areUnpaidByTheDateAskedFor() {
		assertThat(read("&state=unpaid&asOf=" + POSTED.minusDays(1)).path("matching").asInt()).isEqualTo(BILLS);
		assertThat(read("&state=paid&asOf=" + POSTED.minusDays(1)).path("matching").asInt()).isZero();
	}

	@Test
	void nameWhatTheyCanBeChosenBy() {
		JsonNode facets = read("&state=paid&year=2019").path("facets");
		assertThat(facets.path("billYears").valueStream().map(JsonNode::asInt)).containsExactlyElementsOf(
				this.drawn.stream().map(Drawn::year).distinct().sorted(Comparator.reverseOrder()).toList());
		assertThat(facets.path("billTypes").valueStream().map((type) -> type.path("code").asString()))
			.containsExactlyElementsOf(TYPES);
		assertThat(facets.path("billTypes").path(1).path("name").asString()).isEqualTo("Permits");
	}

	@ParameterizedTest
	@CsvSource({ "state=open, invalid-filter", "year=x, invalid-filter",
			"type=A123456789B123456789C123456789D123456789E, invalid-filter", "sort=owner, invalid-sort",
			"page=0, invalid-page", "page=2&cursor=MQ, invalid-page" })
	void areRefusedWhereTheChoiceIsNone(String query, String code) {
		assertThat(read("&" + query).path("code").asString()).isEqualTo(code);
	}

	private void assertThatTheRestStaysOverAllBills(JsonNode found) {
		assertThat(found.path("count").asInt()).isEqualTo(BILLS);
		assertThat(found.path("totalUnpaid").path("amount").asLong())
			.isEqualTo(this.drawn.stream().mapToLong(Drawn::unpaid).sum());
	}

	private static Predicate<Drawn> chosen(String state, String year, String type) {
		return (bill) -> (state.equals("all") || state.equals("unpaid") == (bill.unpaid() > 0))
				&& (year == null || bill.year() == Integer.parseInt(year))
				&& (type == null || bill.type().equals(type));
	}

	private static Comparator<Drawn> order(String sort) {
		Comparator<Drawn> byNumber = Comparator.comparing(Drawn::number);
		Comparator<Drawn> latest = Comparator.comparing(Drawn::payBy).reversed().thenComparing(byNumber);
		Comparator<Drawn> counted = Comparator.comparing((Drawn bill) -> bill.number().length())
			.thenComparing(byNumber);
		return switch (sort) {
			case "-pay-by" -> latest;
			case "pay-by" -> Comparator.comparing(Drawn::payBy).thenComparing(byNumber);
			case "bill-number" -> counted;
			case "-bill-number" -> counted.reversed();
			case "total-unpaid" -> Comparator.comparing(Drawn::unpaid).thenComparing(latest);
			default -> Comparator.comparing(Drawn::unpaid).reversed().thenComparing(latest);
		};
	}

	private JsonNode read(String query) {
		return this.ledger.read(this.resident, this.list + query);
	}

	private static List<String> numbers(JsonNode page) {
		return page.path("items").valueStream().map((item) -> item.path("billNumber").asString()).toList();
	}

}
