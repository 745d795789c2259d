package city.plaza.portal.link;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Customer account linking. */
@Controller
class LinkController {

	static final Form FORM = new Form("link/new",
			Refusals.ofFields("number", "name", LinkForm.BILL_NUMBER, LinkForm.BILL_AMOUNT)
				.named(LinkForm.BILL_NUMBER, "bill.number")
				.named(LinkForm.BILL_AMOUNT, "bill.amount", "bill.amount.amount", "bill.amount.currency")
				.violating("number", "required", "wrong-length")
				.violating("name", "required", "wrong-length")
				.violating(LinkForm.BILL_NUMBER, "required", "wrong-length")
				.beside("number", "no-such-customer-account", "further-proof-refused", "already-linked",
						"link-suspended", "too-many-tries")
				.beside(LinkForm.BILL_NUMBER, LinkForm.PROOF_REQUIRED));

	private final CustomerLinks links;

	private final String currency;

	LinkController(CustomerLinks links, @Value("${plaza.portal.currency}") String currency) {
		this.links = links;
		this.currency = currency;
	}

	@GetMapping("/linked-accounts/new")
	Rendering show() {
		return FORM.page().modelAttribute("form", LinkForm.empty()).build();
	}

	@PostMapping("/linked-accounts/new")
	Mono<Rendering> link(@ModelAttribute("form") LinkForm form) {
		FormErrors errors = form.errors(this.currency);
		if (errors.any()) {
			return Mono.just(filled(FORM.again(errors), form));
		}
		return this.links.link(form.request(this.currency))
			.map((link) -> Pages.seeOther("/account?linked={customerNumber}", link.customerNumber()))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> filled(page, form.after(problem))));
	}

	private static Rendering filled(Rendering.Builder<?> page, LinkForm form) {
		return page.modelAttribute("form", form).build();
	}

}
