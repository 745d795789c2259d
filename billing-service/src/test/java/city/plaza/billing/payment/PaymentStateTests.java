package city.plaza.billing.payment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentStateTests {

	/** As design.md draws it, written down a second time on purpose. */
	private static final String GRAPH = """
			created -> redirected, cancelled, expired, declined
			redirected -> submitted, cancelled, expired, declined
			submitted -> posted, declined
			posted -> settled, reversed, partly-refunded, refunded
			settled -> reversed, partly-refunded, refunded
			partly-refunded -> refunded""";

	@ParameterizedTest(name = "{0} -> {1}")
	@MethodSource("allPairs")
	void movesOnlyAsTheGraphSays(PaymentState from, PaymentState to) {
		assertThat(from.canBecome(to)).isEqualTo(graph().getOrDefault(from, Set.of()).contains(to));
	}

	@ParameterizedTest
	@EnumSource
	void isReadBackFromItsCode(PaymentState state) {
		assertThat(PaymentState.of(state.code())).isEqualTo(state);
	}

	@Test
	void billsWaitOnlyUntilThePaymentIsPostedOrEnded() {
		assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState::isPending))
			.containsExactlyInAnyOrder(PaymentState.CREATED, PaymentState.REDIRECTED, PaymentState.SUBMITTED);
	}

	@Test
	void theResidentIsDoneOnceTheMoneyIsTakenOrThePaymentEnded() {
		assertThat(Arrays.stream(PaymentState.values()).filter((state) -> !state.isFinished()))
			.containsExactlyInAnyOrder(PaymentState.CREATED, PaymentState.REDIRECTED);
	}

	static Stream<Arguments> allPairs() {
		return Arrays.stream(PaymentState.values())
			.flatMap((from) -> Arrays.stream(PaymentState.values()).map((to) -> Arguments.of(from, to)));
	}

	private static Map<PaymentState, Set<PaymentState>> graph() {
		Map<PaymentState, Set<PaymentState>> graph = new EnumMap<>(PaymentState.class);
		GRAPH.lines().map((line) -> line.split(" -> ")).forEach((line) -> {
			PaymentState[] next = Arrays.stream(line[1].split(", ")).map(PaymentState::of).toArray(PaymentState[]::new);
			graph.put(PaymentState.of(line[0]), Set.of(next));
		});
		return graph;
	}

}
