package city.plaza.portal.completion;

import java.util.HashMap;
import java.util.Map;

import city.plaza.portal.account.Residents;
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

/** The step that asks how to reach the resident. */
@Controller
class ContactStepController {

	static final Form FORM = new Form("completion/contact",
			Refusals.ofFields("preference", "phone", "language")
				.violating("preference", "required", "unknown-choice")
				.violating("phone", "required", "invalid-phone", "phone-extension")
				.violating("language", "unknown-choice"));

	private final MyRegistration registration;

	private final Steps steps;

	ContactStepController(MyRegistration registration, Steps steps) {
		this.registration = registration;
		this.steps = steps;
	}

	/**
	 * What was typed.
	 *
	 * @param go the button
	 */
	record ContactForm(@Nullable String preference, @Nullable String phone, @Nullable String language,
			@Nullable String go) {

		/** Whether the phone is shown from the start. */
		public boolean withPhone() {
			return (this.phone != null && !this.phone.isBlank()) || "phone".equals(this.preference)
					|| "text-message".equals(this.preference);
		}

		private Map<String, @Nullable String> typed() {
			Map<String, @Nullable String> typed = new HashMap<>();
			typed.put("preference", this.preference);
			typed.put("phone", this.phone);
			typed.put("language", this.language);
			return typed;
		}

	}

	@GetMapping("/registration/contact")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String from) {
		return this.steps.show(StepPage.CONTACT, from, FORM, ContactStepController::form);
	}

	@PostMapping("/registration/contact")
	Mono<Rendering> enter(@RequestParam(required = false) @Nullable String from,
			@ModelAttribute("form") ContactForm form) {
		if (Steps.BACK.equals(form.go())) {
			return this.steps.back(StepPage.CONTACT, from, form.typed());
		}
		MyRegistration.Contact contact = new MyRegistration.Contact(form.preference(), form.phone(), form.language());
		return this.steps.take(StepPage.CONTACT, from, FORM, this.registration.contact(contact), form);
	}

	private static ContactForm form(MyRegistration.State state) {
		Map<String, String> draft = state.draft(StepPage.CONTACT);
		Residents.Contact contact = state.contact();
		if (!draft.isEmpty() || contact == null) {
			return new ContactForm(draft.get("preference"), draft.get("phone"), draft.get("language"), null);
		}
		return new ContactForm(contact.preference(), contact.phoneText(), contact.language(), null);
	}

}
