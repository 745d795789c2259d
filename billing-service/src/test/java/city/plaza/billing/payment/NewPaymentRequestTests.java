package city.plaza.billing.payment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.NewPaymentRequest.Line;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static city.plaza.billing.payment.SamplePayments.usd;
import static org.assertj.core.api.Assertions.assertThat;

/** What a request to pay may hold, and what tells one from another. */
class NewPaymentRequestTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest(name = "{0} bills: {1}")
	@CsvSource({ "0, allocations", "1, ", "100, ", "101, allocations" })
	void coversOneToAHundredBills(int bills, @Nullable String field) {
		NewPaymentRequest request = new NewPaymentRequest(
				IntStream.range(0, bills).mapToObj((at) -> new Line("B" + at, usd(1))).toList());
		assertThat(violations(request)).isEqualTo((field != null) ? Set.of(field) : Set.of());
	}

	@Test
	void namesEachLineThatIsNotWhole() {
		assertThat(violations(new NewPaymentRequest(null))).containsExactly("allocations");
		List<Line> lines = new ArrayList<>(
				List.of(new Line("1", usd(1)), new Line(null, usd(1)), new Line("3", null), new Line(null, null)));
		lines.add(null);
		assertThat(violations(new NewPaymentRequest(lines))).containsExactlyInAnyOrder("allocations[1].billNumber",
				"allocations[2].amount", "allocations[3].billNumber", "allocations[3].amount",
				"allocations[4].<list element>");
	}

	static Stream<String> numbers() {
		return Stream.of("1", "B-1 .x", "x".repeat(40), "\uD83D\uDE00".repeat(40), "=1+1", "\u202E1", "\uD83D", " ");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void takesEveryNumberThatMayBeOneOfABill(String number) {
		NewPaymentRequest request = new NewPaymentRequest(List.of(new Line(number, usd(1))));
		assertThat(violations(request)).isEmpty();
		assertThat(request.toOrder().orElseThrow().billNumbers()).containsExactly(new BillNumber(number));
	}

	static Stream<String> noNumbers() {
		return Stream.of("", "x".repeat(41), "\uD83D\uDE00".repeat(41), "1\r\n", "\u0000", "1\u007F",
				"x".repeat(1_000_000));
	}

	@ParameterizedTest
	@MethodSource("noNumbers")
	void refusesWhatIsNoNumberOfABill(String number) {
		assertThat(violations(new NewPaymentRequest(List.of(new Line(number, usd(1))))))
			.containsExactly("allocations[0].billNumber");
	}

	/** The released pattern lets them pass; no bill is named so. */
	@ParameterizedTest
	@ValueSource(strings = { "\u0080", "1\u0085", "\u009F2" })
	void controlCharactersBeyondAsciiNameNoBill(String number) {
		NewPaymentRequest request = new NewPaymentRequest(List.of(new Line("1", usd(1)), new Line(number, usd(1))));
		assertThat(violations(request)).isEmpty();
		assertThat(request.toOrder()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void theSameBillsInAnotherOrderAreTheSameRequest(int seed) {
		Random random = new Random(seed);
		List<PaymentOrder.Line> lines = new ArrayList<>();
		for (int at = 0; at < 20; at++) {
			lines.add(line("B" + at, random.nextInt(1_000)));
		}
		byte[] hash = new PaymentOrder(List.copyOf(lines)).hash();
		Collections.shuffle(lines, random);
		assertThat(new PaymentOrder(lines).hash()).isEqualTo(hash).hasSize(32);
	}

	/** One key with two bodies is refused only where the bodies are told apart. */
	@Test
	void everyOtherRequestIsAnother() {
		List<PaymentOrder> orders = List.of(order(line("1", 11)), order(line("11", 1)), order(line("1", 1)),
				order(line("1", 1), line("2", 1)), order(line("1", 2), line("2", 1)), order(line("1", 1), line("2", 2)),
				order(line("12", 1)), order(line("1 ", 1)), order(line("\u00E9", 1)), order(line("e\u0301", 1)),
				order(new PaymentOrder.Line(new BillNumber("1"), new Money(1, "CAD"))),
				order(line("1", 1), line("1", 1)), order(line("A", 1)), order(line("a", 1)), order(line("1", -1)),
				order(line("\uD83D\uDE00", 1)), order(line("\uD83D\uDE01", 1)));
		assertThat(orders.stream().map((order) -> HexFormat.of().formatHex(order.hash())).distinct())
			.hasSameSizeAs(orders);
	}

	@Test
	void rulesNameTheFirstLineThatBreaksOne() {
		PaymentOrder order = order(line("1", 1), line("2", 0), line("1", 0));
		assertThat(PaymentRules.checkAlone(order)).contains(new PaymentRefusal.AmountNotPositive(1));
		assertThat(PaymentRules.checkAlone(order(line("1", Long.MAX_VALUE), line("2", Long.MAX_VALUE)))).isEmpty();
		assertThat(PaymentRules.checkAlone(order(line("1", Long.MIN_VALUE))))
			.contains(new PaymentRefusal.AmountNotPositive(0));
	}

	private static Set<String> violations(NewPaymentRequest request) {
		return VALIDATOR.validate(request)
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
	}

	private static PaymentOrder order(PaymentOrder.Line... lines) {
		return new PaymentOrder(List.of(lines));
	}

	private static PaymentOrder.Line line(String bill, long cents) {
		return new PaymentOrder.Line(new BillNumber(bill), usd(cents));
	}

}
