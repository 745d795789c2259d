package city.plaza.portal.completion;

import java.util.HashMap;
import java.util.List;
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

/** The step that asks for the postal address. */
@Controller
class AddressStepController {

	static final Form FORM = new Form("completion/address",
			Refusals.ofFields("line1", "line2", "city", "state", "postalCode")
				.violating("line1", "required", "too-long", "invalid-characters")
				.violating("line2", "too-long", "invalid-characters")
				.violating("city", "required", "too-long", "invalid-characters", "military-city")
				.violating("state", "required", "unknown-choice", "military-state")
				.violating("postalCode", "required", "invalid-zip"));

	private final MyRegistration registration;

	private final Steps steps;

	AddressStepController(MyRegistration registration, Steps steps) {
		this.registration = registration;
		this.steps = steps;
	}

	/**
	 * What was typed.
	 *
	 * @param go the button
	 */
	record AddressForm(@Nullable String line1, @Nullable String line2, @Nullable String city, @Nullable String state,
			@Nullable String postalCode, @Nullable String go) {

		/** The choices, as people look for them: by name, the military last. */
		public List<String> states() {
			return States.CODES;
		}

		private Map<String, @Nullable String> typed() {
			Map<String, @Nullable String> typed = new HashMap<>();
			typed.put("line1", this.line1);
			typed.put("line2", this.line2);
			typed.put("city", this.city);
			typed.put("state", this.state);
			typed.put("postalCode", this.postalCode);
			return typed;
		}

	}

	@GetMapping("/registration/address")
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String from) {
		return this.steps.show(StepPage.ADDRESS, from, FORM, AddressStepController::form);
	}

	@PostMapping("/registration/address")
	Mono<Rendering> enter(@RequestParam(required = false) @Nullable String from,
			@ModelAttribute("form") AddressForm form) {
		if (Steps.BACK.equals(form.go())) {
			return this.steps.back(StepPage.ADDRESS, from, form.typed());
		}
		MyRegistration.Address address = new MyRegistration.Address(form.line1(), form.line2(), form.city(),
				form.state(), form.postalCode());
		return this.steps.take(StepPage.ADDRESS, from, FORM, this.registration.address(address), form);
	}

	private static AddressForm form(MyRegistration.State state) {
		Map<String, String> draft = state.draft(StepPage.ADDRESS);
		Residents.Address address = state.address();
		if (!draft.isEmpty() || address == null) {
			return new AddressForm(draft.get("line1"), draft.get("line2"), draft.get("city"), draft.get("state"),
					draft.get("postalCode"), null);
		}
		return new AddressForm(address.line1(), address.line2(), address.city(), address.state(), address.postalCode(),
				null);
	}

}
