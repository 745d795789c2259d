package city.plaza.portal.bill;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

/** Customer information. */
@Controller
class CustomerController {

	private final CustomerPages pages;

	CustomerController(CustomerPages pages) {
		this.pages = pages;
	}

	@GetMapping("/customers/{customerNumber}")
	Mono<Rendering> show(@PathVariable String customerNumber) {
		return this.pages.show(customerNumber, (customer) -> Mono.just(Rendering.view("bill/customer")));
	}

}
