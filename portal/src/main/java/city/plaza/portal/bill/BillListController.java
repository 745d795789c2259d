package city.plaza.portal.bill;

import java.time.Clock;
import java.time.LocalDate;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Dates;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Manage bills: a customer's bills as of a date, those that were chosen. */
@Controller
class BillListController {

	static final Form FORM = new Form("bill/list",
			Refusals.ofFields("asOf", "state", "year", "type", "sort", "bills")
				.beside("asOf", "invalid-date")
				.beside("state", "invalid-filter")
				.beside("sort", "invalid-sort"));

	/** Set by the page to pay on, which leads back here where it cannot begin. */
	static final String NOT_TO_PAY = "pay";

	private final CustomerPages pages;

	private final Bills bills;

	private final CitySettings city;

	private final Clock clock;

	BillListController(CustomerPages pages, Bills bills, CitySettings city, Clock clock) {
		this.pages = pages;
		this.bills = bills;
		this.city = city;
		this.clock = clock;
	}

	@GetMapping("/customers/{customerNumber}/bills")
	Mono<Rendering> show(@PathVariable String customerNumber, @RequestParam MultiValueMap<String, String> query) {
		BillListForm form = BillListForm.of(query);
		return this.pages.show(customerNumber, (customer) -> page(customer, form, notToPay(query)));
	}

	private Mono<Rendering.Builder<?>> page(Bills.Customer customer, BillListForm typed, FormErrors notToPay) {
		BillListForm form = typed.onADay(today());
		FormErrors errors = form.errors();
		if (errors.any()) {
			return Mono.just(filled(FORM.again(errors), form));
		}
		Rendering.Builder<?> page = notToPay.any() ? FORM.again(notToPay) : FORM.page();
		return list(customer, form, page).onErrorResume(ApiProblem.class,
				(problem) -> FORM.again(problem).map((again) -> filled(again, form)));
	}

	private Mono<Rendering.Builder<?>> list(Bills.Customer customer, BillListForm form, Rendering.Builder<?> page) {
		return this.bills.list(customer.customerNumber(), form.query()).flatMap((list) -> {
			BillPaging paging = new BillPaging(form.page(), list.matching());
			return paging.isBeyond() ? list(customer, form.at(paging.last()), page)
					: Mono.just(listed(page, form, list, paging));
		});
	}

	private Rendering.Builder<?> listed(Rendering.Builder<?> page, BillListForm form, Bills.BillList list,
			BillPaging paging) {
		boolean isPayable = !list.asOf().isBefore(today()) && list.items().stream().anyMatch(Bills.Line::payable);
		return page.modelAttribute("list", list)
			.modelAttribute("form", form)
			.modelAttribute("asOf", Dates.typed(list.asOf()))
			.modelAttribute("paging", paging)
			.modelAttribute("payable", isPayable);
	}

	private static Rendering.Builder<?> filled(Rendering.Builder<?> page, BillListForm form) {
		return page.modelAttribute("form", form).modelAttribute("asOf", form.asOf());
	}

	private LocalDate today() {
		return this.city.local(this.clock.instant()).toLocalDate();
	}

	private static FormErrors notToPay(MultiValueMap<String, String> query) {
		return switch (query.getFirst(NOT_TO_PAY)) {
			case "none" -> FormErrors.of(FormError.of("bills", "none-selected"));
			case "too-many" -> FormErrors.of(FormError.of("bills", "too-many-selected"));
			case null, default -> FormErrors.of();
		};
	}

}
