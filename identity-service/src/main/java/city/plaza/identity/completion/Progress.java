package city.plaza.identity.completion;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import city.plaza.identity.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How far a registration has come.
 *
 * @param steps that the city offers, in their order
 * @param submittedAt when it was completed; null before
 */
record Progress(List<State> steps, @Nullable Instant submittedAt) {

	/** The last thing to do, which is no step: to look at the answers and submit them. */
	static final String CHECK = "check";

	/** One step. */
	record State(Step step, boolean required, boolean complete) {
	}

	/**
	 * What is known of a resident.
	 *
	 * @param accepted null where nothing was accepted
	 * @param signed null where nothing was signed
	 */
	record Known(Profile profile, @Nullable Acceptance accepted, @Nullable Signed signed) {
	}

	static Progress of(StepRules rules, Known known) {
		List<State> steps = rules.offered()
			.stream()
			.map((step) -> new State(step, rules.isRequired(step, known.profile()), isComplete(step, rules, known)))
			.toList();
		return new Progress(steps, known.profile().submittedAt());
	}

	boolean submitted() {
		return this.submittedAt != null;
	}

	/** The first step that is required and missing. */
	Optional<Step> missing() {
		return submitted() ? Optional.empty()
				: this.steps.stream()
					.filter((state) -> state.required() && !state.complete())
					.map(State::step)
					.findFirst();
	}

	/** Where to go on; null once all is done. */
	@Nullable String next() {
		return submitted() ? null : missing().map(Step::code).orElse(CHECK);
	}

	private static boolean isComplete(Step step, StepRules rules, Known known) {
		return switch (step) {
			case ACKNOWLEDGMENT -> isAccepted(rules, known);
			case CONTACT -> known.profile().contact() != null;
			case ADDRESS -> known.profile().address() != null;
			case SIGNATURE -> isSigned(known);
		};
	}

	/**
	 * A text that the city changed before the registration was submitted is read anew.
	 */
	private static boolean isAccepted(StepRules rules, Known known) {
		return known.accepted() != null
				&& (known.profile().submitted() || known.accepted().version().equals(rules.version()));
	}

	/** Whoever accepts another text signs again: a signature is worth its text. */
	private static boolean isSigned(Known known) {
		String accepted = (known.accepted() != null) ? known.accepted().hash() : null;
		return known.signed() != null && Objects.equals(known.signed().textHash(), accepted);
	}

}
