package city.plaza.identity.completion;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far the registration has come.
 *
 * @param complete whether it was submitted
 * @param nextStep the first required step that is missing: acknowledgment, contact,
 * address or signature; {@code check} when only submitting is left; null once complete
 * @param submittedAt when it was completed; null before
 * @param steps that the city offers, in their order
 */
public record ProgressResponse(boolean complete, @Nullable String nextStep, @Nullable Instant submittedAt,
		List<StepState> steps) {

	/**
	 * One step.
	 *
	 * @param step its name
	 * @param required whether the registration is not complete without it
	 * @param complete whether it is done
	 */
	public record StepState(String step, boolean required, boolean complete) {
	}

	static ProgressResponse of(Progress progress) {
		return new ProgressResponse(progress.submitted(), progress.next(), progress.submittedAt(),
				progress.steps()
					.stream()
					.map((state) -> new StepState(state.step().code(), state.required(), state.complete()))
					.toList());
	}

}
