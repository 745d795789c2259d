package city.plaza.portal.bill;

import java.util.Optional;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
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
	Mono<Rendering> show(@PathVariable String billNumber, @RequestParam(defaultValue = "") String asOf) {
		return this.bills.bill(billNumber, new AsOfForm(asOf.strip()).date())
			.flatMap((bill) -> pending(bill).map((pending) -> page(bill, pending.orElse(null))));
	}

	/** Without it the page says less, and nothing that is wrong. */
	private Mono<Optional<Bills.PendingPayment>> pending(Bills.Bill bill) {
		if (bill.pendingPaymentId() == null) {
			return Mono.just(Optional.empty());
		}
		return this.bills.pendingPayment(bill.pendingPaymentId())
			.map(Optional::of)
			.onErrorResume((error) -> error instanceof ServiceUnavailable || error instanceof ApiProblem,
					(error) -> Mono.just(Optional.empty()));
	}

	private static Rendering page(Bills.Bill bill, Bills.@Nullable PendingPayment pending) {
		Rendering.Builder<?> page = Rendering.view("bill/bill")
			.modelAttribute("bill", bill)
			.modelAttribute("customerNumber", bill.customerNumber());
		if (pending != null) {
			page.modelAttribute("pending", pending);
		}
		return page.build();
	}

}
