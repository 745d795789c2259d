package city.plaza.portal.bill;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

import city.plaza.portal.link.CustomerLinks;
import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Dates;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriUtils;

/** Customer information and Manage bills. */
@Controller
class CustomerController {

	private static final String VIEW = "bill/list";

	private final Bills bills;

	private final FreshLinks freshLinks;

	private final CustomerLinks links;

	private final Explanations explanations;

	CustomerController(Bills bills, FreshLinks freshLinks, CustomerLinks links, Explanations explanations) {
		this.bills = bills;
		this.freshLinks = freshLinks;
		this.links = links;
		this.explanations = explanations;
	}

	/** The navigation's link, before a customer is chosen. */
	@GetMapping("/customer-information")
	Mono<Rendering> information() {
		return chosen("");
	}

	/** The navigation's link, before a customer is chosen. */
	@GetMapping("/manage-bills")
	Mono<Rendering> manage() {
		return chosen("/bills");
	}

	@GetMapping("/customers/{customerNumber}")
	Mono<Rendering> information(@PathVariable String customerNumber) {
		return this.freshLinks.await(customerNumber, this.bills.customer(customerNumber))
			.map((customer) -> Rendering.view("bill/customer")
				.modelAttribute("customer", customer)
				.modelAttribute("customerNumber", customerNumber)
				.build())
			.onErrorResume(FreshLinks.NotYetKnown.class, (wait) -> Mono.just(preparing(customerNumber)));
	}

	@GetMapping("/customers/{customerNumber}/bills")
	Mono<Rendering> bills(@PathVariable String customerNumber, @RequestParam(required = false) @Nullable String asOf,
			@RequestParam(required = false) @Nullable String cursor) {
		String typed = (asOf != null) ? asOf.strip() : "";
		Optional<LocalDate> date = typed.isEmpty() ? Optional.empty() : Dates.parse(typed);
		Mono<Bills.Customer> customer = this.freshLinks.await(customerNumber, this.bills.customer(customerNumber));
		if (!typed.isEmpty() && date.isEmpty()) {
			FormErrors errors = FormErrors.of("asOf", this.explanations.say("problem.asOf.invalid-date"));
			return customer.map((known) -> refused(known, typed, errors))
				.onErrorResume(FreshLinks.NotYetKnown.class, (wait) -> Mono.just(preparing(customerNumber)));
		}
		return customer
			.flatMap((known) -> this.bills.of(customerNumber, date.map(LocalDate::toString).orElse(null), cursor)
				.map((list) -> page(known, list, cursor))
				.onErrorResume(CustomerController::isInvalid,
						(problem) -> Mono
							.just(refused(known, typed, this.explanations.explain((ApiProblem) problem, "asOf")))))
			.onErrorResume(FreshLinks.NotYetKnown.class, (wait) -> Mono.just(preparing(customerNumber)));
	}

	private Mono<Rendering> chosen(String page) {
		return this.links.all().map((all) -> {
			if (all.items().size() != 1) {
				return Pages.seeOther("/linked-accounts");
			}
			String number = all.items().getFirst().customerNumber();
			return Pages.seeOther("/customers/" + UriUtils.encode(number, StandardCharsets.UTF_8) + page);
		});
	}

	private static Rendering page(Bills.Customer customer, Bills.BillList list, @Nullable String cursor) {
		return Rendering.view(VIEW)
			.modelAttribute("customer", customer)
			.modelAttribute("customerNumber", customer.customerNumber())
			.modelAttribute("list", list)
			.modelAttribute("asOf", Dates.show(list.asOf()))
			.modelAttribute("continued", cursor != null)
			.build();
	}

	private static Rendering refused(Bills.Customer customer, String asOf, FormErrors errors) {
		return Pages.again(VIEW, errors)
			.modelAttribute("customer", customer)
			.modelAttribute("customerNumber", customer.customerNumber())
			.modelAttribute("asOf", asOf)
			.build();
	}

	private static Rendering preparing(String customerNumber) {
		return Rendering.view("bill/preparing")
			.status(HttpStatus.ACCEPTED)
			.modelAttribute("customerNumber", customerNumber)
			.build();
	}

	private static boolean isInvalid(Throwable error) {
		return error instanceof ApiProblem problem
				&& (problem.status().value() == 422 || problem.status().value() == 400);
	}

}
