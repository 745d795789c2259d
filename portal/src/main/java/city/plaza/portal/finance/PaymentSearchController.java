package city.plaza.portal.finance;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Finance finds the payments of all residents. */
@Controller
class PaymentSearchController {

	/** One of the two forms of the page; dates are the portal's to read. */
	static final Form FORM = new Form("finance/payments",
			Refusals.ofFields("state", "from", "to").beside("state", "invalid-state"));

	static final Form BY_EMAIL = new Form("finance/payments",
			Refusals.ofFields("email").violating("email", "required").beside("email", "invalid-email", "not-found"));

	private static final String PATH = "/finance/payments";

	private final FoundPayments payments;

	private final ResidentLookup residents;

	PaymentSearchController(FoundPayments payments, ResidentLookup residents) {
		this.payments = payments;
		this.residents = residents;
	}

	@GetMapping(PATH)
	Mono<Rendering> search(@ModelAttribute("form") PaymentSearchForm form,
			@RequestParam(required = false) @Nullable String cursor) {
		FormErrors errors = form.errors();
		if (errors.any()) {
			return Mono.just(filled(FORM.again(errors), form).build());
		}
		if (!form.asked()) {
			return Mono.just(filled(FORM.page(), form).build());
		}
		MultiValueMap<String, String> query = form.query();
		if (cursor != null) {
			query.add("cursor", cursor);
		}
		return this.payments.search(query)
			.map((list) -> filled(FORM.page(), form).modelAttribute("list", list)
				.modelAttribute("continued", cursor != null)
				.build())
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> filled(page, form).build()));
	}

	/** The address goes no further than to identity-service, and into no link. */
	@PostMapping(PATH)
	Mono<Rendering> byEmail(@ModelAttribute("form") EmailForm form) {
		String email = (form.email() != null) ? form.email().strip() : "";
		return this.residents.lookUp(new ResidentLookup.Address(email))
			.map((resident) -> Pages.seeOther(PATH + "?resident={id}", resident.id()))
			.onErrorResume(ApiProblem.class,
					(problem) -> BY_EMAIL.again(problem)
						.map((page) -> filled(page, new PaymentSearchForm(null, null, null, null, null, null, null))
							.modelAttribute("email", email)
							.build()));
	}

	@GetMapping(PATH + "/{id}")
	Mono<Rendering> show(@PathVariable String id) {
		return this.payments.record(id)
			.map((record) -> Rendering.view("finance/payment").modelAttribute("record", record).build());
	}

	private static Rendering.Builder<?> filled(Rendering.Builder<?> page, PaymentSearchForm form) {
		return page.modelAttribute("search", form).modelAttribute("states", PaymentSearchForm.STATES);
	}

	record EmailForm(@Nullable String email) {
	}

}
