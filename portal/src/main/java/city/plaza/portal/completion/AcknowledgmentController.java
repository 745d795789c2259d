package city.plaza.portal.completion;

import city.plaza.platform.messages.Language;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The step that asks to accept the city's text. */
@Controller
class AcknowledgmentController {

	static final Form FORM = new Form("completion/acknowledgment",
			Refusals.ofFields("accepted")
				.violating("accepted", "required")
				.beside("accepted", "acknowledgment-changed"));

	private final MyRegistration registration;

	private final Steps steps;

	AcknowledgmentController(MyRegistration registration, Steps steps) {
		this.registration = registration;
		this.steps = steps;
	}

	/**
	 * What was sent.
	 *
	 * @param accepted not null where the box was ticked
	 * @param version of the text that was shown
	 * @param language in which it was shown
	 */
	record AcknowledgmentForm(@Nullable String accepted, @Nullable String version, @Nullable String language) {
	}

	@GetMapping("/registration/acknowledgment")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String from) {
		return this.steps.show(StepPage.ACKNOWLEDGMENT, from, FORM, AcknowledgmentController::form);
	}

	@PostMapping("/registration/acknowledgment")
	Mono<Rendering> accept(@RequestParam(required = false) @Nullable String from,
			@ModelAttribute("form") AcknowledgmentForm form) {
		String language = Language.of(form.language()).orElse(Language.ENGLISH).tag();
		MyRegistration.Acceptance acceptance = new MyRegistration.Acceptance(form.accepted() != null, form.version(),
				language);
		return this.steps.take(StepPage.ACKNOWLEDGMENT, from, FORM, this.registration.accept(acceptance), form);
	}

	private static AcknowledgmentForm form(MyRegistration.State state) {
		MyRegistration.Text text = state.acknowledgment();
		return new AcknowledgmentForm((text != null && text.isAccepted()) ? "true" : null, null, null);
	}

}
