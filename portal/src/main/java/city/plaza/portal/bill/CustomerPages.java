package city.plaza.portal.bill;

import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Makes the pages about one customer: who is billed stands on each of them, and a link
 * that billing has not learned of yet gets a page that asks to wait.
 */
@Component
class CustomerPages {

	private final Bills bills;

	private final FreshLinks freshLinks;

	CustomerPages(Bills bills, FreshLinks freshLinks) {
		this.bills = bills;
		this.freshLinks = freshLinks;
	}

	/**
	 * Makes a page.
	 * @param customerNumber the Customer ID
	 * @param page what is shown about the customer
	 * @return the page; a problem 404 where the visitor has no link
	 */
	Mono<Rendering> show(String customerNumber, Function<Bills.Customer, Mono<Rendering.Builder<?>>> page) {
		return this.freshLinks.await(customerNumber, this.bills.customer(customerNumber))
			.flatMap((customer) -> page.apply(customer).map((content) -> about(customer, content)))
			.onErrorResume(FreshLinks.NotYetKnown.class, (wait) -> Mono.just(preparing(customerNumber)));
	}

	private static Rendering about(Bills.Customer customer, Rendering.Builder<?> content) {
		return content.modelAttribute("customer", customer)
			.modelAttribute("customerNumber", customer.customerNumber())
			.build();
	}

	private static Rendering preparing(String customerNumber) {
		return Rendering.view("bill/preparing")
			.status(HttpStatus.ACCEPTED)
			.modelAttribute("customerNumber", customerNumber)
			.build();
	}

}
