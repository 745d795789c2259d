package city.plaza.billing.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import city.plaza.billing.payment.provider.FailureReason;
import org.jspecify.annotations.Nullable;

/** The states that a payment was in, and why it came into each. */
final class PaymentHistory {

	private PaymentHistory() {
	}

	/**
	 * Puts a history together.
	 * @param payment as it is now
	 * @param noted its states as they were noted; none or some of a payment from before
	 * states were noted, of which its own dates are known
	 * @return the oldest first
	 */
	static List<Step> of(Payment payment, List<Step> noted) {
		List<Step> steps = new ArrayList<>(noted);
		add(steps, PaymentState.CREATED, payment.origin().createdAt(), null);
		add(steps, PaymentState.SUBMITTED, payment.result().submittedAt(), null);
		if (payment.state().isFinished()) {
			add(steps, payment.state(), payment.result().finishedAt(), payment.result().failureReason());
		}
		steps.sort(Comparator.comparing(Step::at).thenComparing(Step::state));
		return List.copyOf(steps);
	}

	private static void add(List<Step> steps, PaymentState state, @Nullable Instant at,
			@Nullable FailureReason reason) {
		if (at != null && steps.stream().noneMatch((step) -> step.state() == state)) {
			steps.add(Step.into(state, at, reason));
		}
	}

	/**
	 * A state that a payment came into.
	 *
	 * @param at since when
	 * @param state the state
	 * @param cause why; null of the first one
	 * @param failureReason why it ended without money; null unless it did
	 */
	record Step(Instant at, PaymentState state, @Nullable PaymentCause cause, @Nullable FailureReason failureReason) {

		static Step into(PaymentState state, Instant at, @Nullable FailureReason reason) {
			return new Step(at, state, state.cause().orElse(null), reason);
		}

	}

}
