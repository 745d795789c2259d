package city.plaza.portal.completion;

import java.util.List;

import city.plaza.portal.account.Residents;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.result.view.Rendering;

/**
 * Where a step stands among the others, and where its buttons lead.
 *
 * @param step its name
 * @param steps all that the city offers
 * @param from where the visitor came from to change an answer: {@link #CHECK} or
 * {@link #ACCOUNT}; null in the course of the steps
 * @param required whether it may not be skipped
 */
record StepPage(String step, List<String> steps, @Nullable String from, boolean required) {

	/** The name under which templates find it. */
	static final String NAME = "step";

	static final String ACKNOWLEDGMENT = "acknowledgment";

	static final String CONTACT = "contact";

	static final String ADDRESS = "address";

	static final String SIGNATURE = "signature";

	static final String CHECK = "check";

	static final String ACCOUNT = "account";

	/**
	 * A step for the visitor.
	 * @param from as the address says; what it does not know counts for nothing
	 */
	static StepPage of(String step, Residents.Progress progress, @Nullable String from) {
		boolean required = progress.steps().stream().anyMatch((each) -> each.step().equals(step) && each.required());
		List<String> steps = progress.steps().stream().map(Residents.Step::step).toList();
		String origin = progress.complete() ? ACCOUNT : known(from);
		return new StepPage(step, steps, origin, required);
	}

	private static @Nullable String known(@Nullable String from) {
		return (CHECK.equals(from) || ACCOUNT.equals(from)) ? from : null;
	}

	static String address(String step) {
		return "/registration/" + step;
	}

	/** Counted from 1; the last one is to check the answers. */
	public int number() {
		return (this.step.equals(CHECK) ? this.steps.size() : this.steps.indexOf(this.step)) + 1;
	}

	public int count() {
		return this.steps.size() + 1;
	}

	/** Where the form of the step is sent to. */
	public String action() {
		return address(this.step) + ((this.from != null) ? "?from=" + this.from : "");
	}

	/** Whether one answer is changed, out of the course of the steps. */
	public boolean change() {
		return this.from != null;
	}

	/** The address of the step before; null at the first. */
	public @Nullable String before() {
		int index = this.step.equals(CHECK) ? this.steps.size() : this.steps.indexOf(this.step);
		return (index > 0) ? address(this.steps.get(index - 1)) : null;
	}

	/** Where the next button leads. */
	public String after() {
		if (ACCOUNT.equals(this.from)) {
			return "/account?changed=" + this.step;
		}
		int next = this.steps.indexOf(this.step) + 1;
		boolean last = CHECK.equals(this.from) || next == 0 || next >= this.steps.size();
		return address(last ? CHECK : this.steps.get(next));
	}

	/** Where a change that is not made leads back to. */
	public String origin() {
		return ACCOUNT.equals(this.from) ? "/account" : address(CHECK);
	}

	boolean isOffered() {
		return this.steps.contains(this.step);
	}

	Rendering leave() {
		return Pages.seeOther(after());
	}

}
