package city.plaza.portal.payment;

import java.net.URI;
import java.util.List;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Money;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.WebSettings;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** Check your answers, then off to the provider's page. */
@Controller
class PayController {

	static final Form FORM = new Form("payment/pay",
			Refusals.ofFields("amount")
				.named("amount", "allocations[0].amount", "allocations[0].billNumber")
				.beside("amount", "amount-not-positive", "amount-above-unpaid", "part-payment-not-allowed",
						"currency-mismatch", "bill-pending", "bill-paid", "payment-ended", "idempotency-key-reused",
						"too-many-payments", "provider-unavailable"));

	private final Bills bills;

	private final Payments payments;

	private final WebSettings settings;

	PayController(Bills bills, Payments payments, WebSettings settings) {
		this.bills = bills;
		this.payments = payments;
		this.settings = settings;
	}

	@GetMapping("/bills/{billNumber}/pay")
	Mono<Rendering> check(@PathVariable String billNumber) {
		return this.bills.bill(billNumber, null)
			.map((bill) -> bill.payable() ? filled(FORM.page(), bill, PayForm.of(bill))
					: Pages.seeOther("/bills/{billNumber}", billNumber));
	}

	@PostMapping("/bills/{billNumber}/pay")
	Mono<Rendering> pay(@PathVariable String billNumber, @ModelAttribute("form") PayForm form) {
		if (!form.isWhole()) {
			return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
		}
		return form.toPay()
			.map((amount) -> start(billNumber, amount, form))
			.orElseGet(() -> again(billNumber, FORM.again(FormErrors.of(FormError.of("amount", "unreadable"))), form));
	}

	private Mono<Rendering> start(String billNumber, Money amount, PayForm form) {
		Payments.Order order = new Payments.Order(List.of(new Payments.Line(billNumber, amount)));
		return this.payments.start(String.valueOf(form.key()), order)
			.map(this::toProvider)
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).flatMap((page) -> again(billNumber, page, form.after(problem))));
	}

	private Rendering toProvider(Payments.Started started) {
		String address = started.checkoutUrl();
		if (address == null) {
			// Paid or ended before its page was known here: its own page shows which.
			return Pages.seeOther("/payments/{id}", started.id());
		}
		URI checkout = URI.create(address);
		if (!this.settings.isCheckout(checkout)) {
			throw new IllegalStateException("Billing named a payment page on " + checkout.getHost()
					+ ", which plaza.portal.checkout-hosts lacks");
		}
		return Pages.seeOther(checkout);
	}

	/**
	 * With the bill as it is now: another payment of it may be why this one is refused.
	 */
	private Mono<Rendering> again(String billNumber, Rendering.Builder<?> page, PayForm form) {
		return this.bills.bill(billNumber, null).map((bill) -> filled(page, bill, form.with(bill.totalUnpaid())));
	}

	private static Rendering filled(Rendering.Builder<?> page, Bills.Bill bill, PayForm form) {
		return page.modelAttribute("bill", bill)
			.modelAttribute("customerNumber", bill.customerNumber())
			.modelAttribute("form", form)
			.build();
	}

}
