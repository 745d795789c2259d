package city.plaza.portal.bill;

import java.time.LocalDate;

import city.plaza.portal.page.Dates;
import org.jspecify.annotations.Nullable;
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
	Mono<Rendering> show(@PathVariable String billNumber, @RequestParam(required = false) @Nullable String asOf) {
		String date = (asOf != null) ? Dates.parse(asOf).map(LocalDate::toString).orElse(null) : null;
		return this.bills.bill(billNumber, date)
			.map((bill) -> Rendering.view("bill/bill")
				.modelAttribute("bill", bill)
				.modelAttribute("customerNumber", bill.customerNumber())
				.build());
	}

}
