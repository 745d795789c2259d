package city.plaza.billing.payment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentStateTests {

	/** As the architecture draws it, written down a second time on purpose. */
	private static final String GRAPH = """
			created: checkout-opened redirected, cancelled-by-resident cancelled, time-elapsed expired, refused-by-bank declined
			redirected: money-taken submitted, cancelled-by-resident cancelled, time-elapsed expired, refused-by-bank declined
			submitted: posted-by-finance posted, refused-by-bank declined
			posted: settled-by-bank settled, taken-back reversed, refunded-in-part partly-refunded, refunded-in-full refunded
			settled: taken-back reversed, refunded-in-part partly-refunded, refunded-in-full refunded
			partly-refunded: refunded-in-full refunded""";

	@ParameterizedTest(name = "{0} by {1}")
	@MethodSource("allPairs")
	void movesOnlyAlongTheGraph(PaymentState from, PaymentCause cause) {
		assertThat(from.after(cause)).isEqualTo(Optional.ofNullable(graph().get(from + " " + cause)));
	}

	@ParameterizedTest
	@EnumSource
	void isReadBackFromItsCode(PaymentState state) {
		assertThat(PaymentState.of(state.code())).isEqualTo(state);
	}

	@Test
	void theResidentIsDoneOnceTheMoneyIsTakenOrThePaymentEnded() {
		assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState::isOpen))
			.containsExactlyInAnyOrder(PaymentState.CREATED, PaymentState.REDIRECTED);
	}

	@Test
	void isFinishedOncePostedOrEnded() {
		assertThat(Arrays.stream(PaymentState.values()).filter((state) -> !state.isFinished()))
			.containsExactlyInAnyOrder(PaymentState.CREATED, PaymentState.REDIRECTED, PaymentState.SUBMITTED);
	}

	@Test
	void whatIsReservedIsFreeOnceThePaymentEndedWithoutMoney() {
		assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState::isFailed))
			.containsExactlyInAnyOrder(PaymentState.CANCELLED, PaymentState.EXPIRED, PaymentState.DECLINED);
	}

	@ParameterizedTest
	@EnumSource
	void everyCauseMovesSomething(PaymentCause cause) {
		assertThat(graph().keySet()).anyMatch((move) -> move.endsWith(" " + cause));
	}

	static Stream<Arguments> allPairs() {
		return Arrays.stream(PaymentState.values())
			.flatMap((from) -> Arrays.stream(PaymentCause.values()).map((cause) -> Arguments.of(from, cause)));
	}

	private static Map<String, PaymentState> graph() {
		Map<String, PaymentState> graph = new HashMap<>();
		GRAPH.lines().map((line) -> line.split(": ")).forEach((line) -> {
			for (String move : line[1].split(", ")) {
				String[] parts = move.split(" ");
				PaymentCause cause = PaymentCause.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
				graph.put(PaymentState.of(line[0]) + " " + cause, PaymentState.of(parts[1]));
			}
		});
		return graph;
	}

}
