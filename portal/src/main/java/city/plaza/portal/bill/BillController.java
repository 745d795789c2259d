package city.plaza.portal.bill;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** One bill. */
@Controller
class BillController {

	private final Bills bills;

	BillController(Bills bills) {
		this.bills = bills;
	}

	@GetMapping("/bills/{billNumber}")
	Mono<Rendering> show(@PathVariable String billNumber, @RequestParam(defaultValue = "") String asOf) {
		return this.bills.bill(billNumber, new AsOfForm(asOf.strip()).date())
			.map((bill) -> Rendering.view("bill/bill")
				.modelAttribute("bill", bill)
				.modelAttribute("customerNumber", bill.customerNumber())
				.build());
	}

}
