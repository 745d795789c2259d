package city.plaza.portal.bill;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Dates;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Manage bills: a customer's bills as of a date. */
@Controller
class BillListController {

	static final Form FORM = new Form("bill/list", Refusals.ofFields("asOf").beside("asOf", "invalid-date"));

	private final CustomerPages pages;

	private final Bills bills;

	BillListController(CustomerPages pages, Bills bills) {
		this.pages = pages;
		this.bills = bills;
	}

	@GetMapping("/customers/{customerNumber}/bills")
	Mono<Rendering> show(@PathVariable String customerNumber, @RequestParam(defaultValue = "") String asOf,
			@RequestParam(required = false) @Nullable String cursor) {
		AsOfForm form = new AsOfForm(asOf.strip());
		return this.pages.show(customerNumber, (customer) -> list(customer, form, cursor));
	}

	private Mono<Rendering.Builder<?>> list(Bills.Customer customer, AsOfForm form, @Nullable String cursor) {
		if (form.errors().any()) {
			return Mono.just(FORM.again(form.errors()).modelAttribute("asOf", form.typed()));
		}
		return this.bills
			.of(customer.customerNumber(), form.date(), cursor).<Rendering
					.Builder<?>>map(
							(list) -> FORM.page()
								.modelAttribute("list", list)
								.modelAttribute("asOf", Dates.typed(list.asOf()))
								.modelAttribute("continued", cursor != null))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> page.modelAttribute("asOf", form.typed())));
	}

}
