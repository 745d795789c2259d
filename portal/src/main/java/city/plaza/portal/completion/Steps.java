package city.plaza.portal.completion;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import city.plaza.portal.account.Residents;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/** What all steps do alike: show, go back with what was typed, take, go on. */
@Component
class Steps {

	/** The button that leads to the step before. */
	static final String BACK = "back";

	private static final int LONGEST_VALUE = 40_000;

	private final MyRegistration registration;

	Steps(MyRegistration registration) {
		this.registration = registration;
	}

	/**
	 * A step as it was left, or the way on for who has no such step.
	 * @param from where the visitor came from
	 * @param fill puts what was entered into the page
	 */
	Mono<Rendering> show(String step, @Nullable String from, Form form, Function<MyRegistration.State, Object> fill) {
		return this.registration.read().map((state) -> {
			StepPage page = StepPage.of(step, state.progress(), from);
			return isOpen(page, state) ? filled(form.page(), page, state, fill.apply(state))
					: Pages.seeOther("/registration");
		});
	}

	/**
	 * Keeps what was typed, right or wrong, and goes to the step before.
	 * @param fields as typed
	 */
	Mono<Rendering> back(String step, @Nullable String from, Map<String, @Nullable String> fields) {
		Map<String, String> typed = new TreeMap<>();
		fields.forEach((name, value) -> {
			if (value != null && value.length() <= LONGEST_VALUE && value.indexOf('\0') < 0) {
				typed.put(name, value);
			}
		});
		return this.registration.read().flatMap((state) -> {
			StepPage page = StepPage.of(step, state.progress(), from);
			String before = page.change() ? page.origin() : page.before();
			Rendering leave = Pages.seeOther((before != null) ? before : "/registration");
			return page.change() ? Mono.just(leave)
					: this.registration.keepDraft(step, new MyRegistration.Draft(typed)).thenReturn(leave);
		});
	}

	/**
	 * Takes a step, and goes on; or shows it again with what is wrong.
	 * @param taken the call
	 * @param typed as it is shown again
	 */
	Mono<Rendering> take(String step, @Nullable String from, Form form, Mono<Residents.Progress> taken, Object typed) {
		return taken.map((progress) -> StepPage.of(step, progress, from).leave())
			.onErrorResume(ApiProblem.with("registration-submitted", "acknowledgment-missing"),
					(problem) -> Mono.just(Pages.seeOther("/registration")))
			.onErrorResume(ApiProblem.class, (problem) -> form.again(problem)
				.zipWith(Mono.defer(this.registration::read),
						(page, state) -> filled(page, StepPage.of(step, state.progress(), from), state, typed)));
	}

	/** Acknowledgment and signature stay as they are once all is submitted. */
	private static boolean isOpen(StepPage page, MyRegistration.State state) {
		boolean evidence = page.step().equals(StepPage.ACKNOWLEDGMENT) || page.step().equals(StepPage.SIGNATURE);
		return page.isOffered() && !(evidence && state.progress().complete());
	}

	private static Rendering filled(Rendering.Builder<?> page, StepPage step, MyRegistration.State state, Object form) {
		return page.modelAttribute(StepPage.NAME, step)
			.modelAttribute("entered", state)
			.modelAttribute("form", form)
			.build();
	}

}
