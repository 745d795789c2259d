package city.plaza.portal.completion;

import java.util.HashMap;
import java.util.Map;

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

/** The step that asks to sign. Without its script the typed name is the signature. */
@Controller
class SignatureStepController {

	private static final String TYPED = "typed";

	static final Form FORM = new Form("completion/signature",
			Refusals.ofFields("signature", "drawing")
				.named("signature", "name")
				.named("drawing", "method")
				.violating("signature", "required", "too-long", "invalid-characters")
				.violating("drawing", "required", "drawing-invalid", "drawing-too-large", "drawing-too-small"));

	private final MyRegistration registration;

	private final Steps steps;

	SignatureStepController(MyRegistration registration, Steps steps) {
		this.registration = registration;
		this.steps = steps;
	}

	/**
	 * What was typed and drawn.
	 *
	 * @param signature the name
	 * @param method {@code typed} where the toggle is on
	 * @param drawing as the script writes it
	 * @param pad not empty where the script offered to draw
	 * @param go the button
	 */
	record SignatureForm(@Nullable String signature, @Nullable String method, @Nullable String drawing,
			@Nullable String pad, @Nullable String go) {

		/** Whether the toggle is on. */
		public boolean typed() {
			return TYPED.equals(this.method);
		}

		private boolean drawn() {
			return this.pad != null && !this.pad.isEmpty() && !typed();
		}

		private MyRegistration.Signature request() {
			return drawn()
					? new MyRegistration.Signature(this.signature, "drawn", Drawing.read(this.drawing).orElse(null))
					: new MyRegistration.Signature(this.signature, TYPED, null);
		}

		private Map<String, @Nullable String> fields() {
			Map<String, @Nullable String> typed = new HashMap<>();
			typed.put("signature", this.signature);
			typed.put("method", this.method);
			typed.put("drawing", Drawing.read(this.drawing).map(Drawing::text).orElse(null));
			return typed;
		}

	}

	@GetMapping("/registration/signature")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String from) {
		return this.steps.show(StepPage.SIGNATURE, from, FORM, SignatureStepController::form);
	}

	@PostMapping("/registration/signature")
	Mono<Rendering> sign(@RequestParam(required = false) @Nullable String from,
			@ModelAttribute("form") SignatureForm form) {
		if (Steps.BACK.equals(form.go())) {
			return this.steps.back(StepPage.SIGNATURE, from, form.fields());
		}
		return this.steps.take(StepPage.SIGNATURE, from, FORM, this.registration.sign(form.request()), form);
	}

	private static SignatureForm form(MyRegistration.State state) {
		Map<String, String> draft = state.draft(StepPage.SIGNATURE);
		MyRegistration.Signed signed = state.signature();
		if (!draft.isEmpty() || signed == null) {
			return new SignatureForm(draft.get("signature"), draft.get("method"), draft.get("drawing"), null, null);
		}
		Drawing drawing = signed.drawing();
		return new SignatureForm(signed.name(), signed.method(), (drawing != null) ? drawing.text() : null, null, null);
	}

}
