package city.plaza.portal.bill;

import java.util.Optional;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
	Mono<Rendering> show(@PathVariable String billNumber, @RequestParam MultiValueMap<String, String> query) {
		BillListForm list = BillListForm.of(query);
		return this.bills.bill(billNumber, list.date())
			.flatMap((bill) -> this.bills.pendingPayment(bill)
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.map((pending) -> page(bill, list, pending)));
	}

	private static Rendering page(Bills.Bill bill, BillListForm list, Optional<Bills.PendingPayment> pending) {
		Rendering.Builder<?> page = Rendering.view("bill/bill")
			.modelAttribute("bill", bill)
			.modelAttribute("back", list.list(bill.customerNumber()))
			.modelAttribute("customerNumber", bill.customerNumber());
		pending.ifPresent((payment) -> page.modelAttribute("pending", payment));
		BillProgress.of(bill).ifPresent((progress) -> page.modelAttribute("progress", progress));
		return page.build();
	}

}
