package city.plaza.portal.payment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
import city.plaza.portal.page.Money;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.WebSettings;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** Check your answers, then off to the provider's page. */
@Controller
class PayController {

	private static final String VIEW = "payment/pay";

	private final Bills bills;

	private final Payments payments;

	private final WebSettings settings;

	private final Explanations explanations;

	PayController(Bills bills, Payments payments, WebSettings settings, Explanations explanations) {
		this.bills = bills;
		this.payments = payments;
		this.settings = settings;
		this.explanations = explanations;
	}

	@GetMapping("/bills/{billNumber}/pay")
	Mono<Rendering> check(@PathVariable String billNumber) {
		return this.bills.bill(billNumber, null)
			.map((bill) -> bill.payable() ? page(Rendering.view(VIEW), bill, PayForm.of(bill)) : back(billNumber));
	}

	@PostMapping("/bills/{billNumber}/pay")
	Mono<Rendering> pay(@PathVariable String billNumber, @ModelAttribute("form") PayForm form) {
		if (!form.isWhole()) {
			return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
		}
		Money wanted;
		try {
			wanted = form.wanted();
		}
		catch (IllegalArgumentException noAmount) {
			return again(billNumber, form, FormErrors.of("amount", this.explanations.say("problem.amount.unreadable")));
		}
		Payments.Order order = new Payments.Order(List.of(new Payments.Line(billNumber, wanted)));
		return this.payments.start(String.valueOf(form.key()), order)
			.map(this::toProvider)
			.onErrorResume(ApiProblem.class, (problem) -> refused(billNumber, form, problem));
	}

	private Rendering toProvider(Payments.Started started) {
		String address = started.checkoutUrl();
		if (address == null) {
			// Paid or ended before its page was known here: its own page says which.
			return Pages.seeOther("/payments/" + UriUtils.encode(started.id(), StandardCharsets.UTF_8));
		}
		URI checkout = URI.create(address);
		if (!this.settings.isCheckout(checkout)) {
			throw new IllegalStateException("Billing named a payment page on " + checkout.getHost()
					+ ", which plaza.portal.checkout-hosts lacks");
		}
		return Pages.seeOther(checkout);
	}

	private Mono<Rendering> refused(String billNumber, PayForm form, ApiProblem problem) {
		int status = problem.status().value();
		boolean told = status == 400 || status == 409 || status == 422 || problem.is("provider-unavailable");
		if (problem.is("too-many-payments")) {
			return tooMany(billNumber, form, problem);
		}
		return told ? again(billNumber, problem.is("provider-unavailable") ? form : form.withNewKey(),
				this.explanations.explain(problem, "amount")) : Mono.error(problem);
	}

	private Mono<Rendering> tooMany(String billNumber, PayForm form, ApiProblem problem) {
		Duration pause = Objects.requireNonNullElse(problem.retryAfter(), Duration.ofHours(1));
		FormErrors errors = FormErrors.of("amount",
				this.explanations.explain(problem, "amount").all().values().iterator().next());
		return this.bills.bill(billNumber, null)
			.map((bill) -> page(
					Pages.again(VIEW, errors)
						.status(HttpStatus.TOO_MANY_REQUESTS)
						.header(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds())),
					bill, form.of(bill.totalUnpaid())));
	}

	private Mono<Rendering> again(String billNumber, PayForm form, FormErrors errors) {
		FormErrors shown = FormErrors.of("amount", errors.all().values().iterator().next());
		return this.bills.bill(billNumber, null)
			.map((bill) -> page(Pages.again(VIEW, shown), bill, form.of(bill.totalUnpaid())));
	}

	private static Rendering page(Rendering.Builder<?> page, Bills.Bill bill, PayForm form) {
		return page.modelAttribute("bill", bill)
			.modelAttribute("customerNumber", bill.customerNumber())
			.modelAttribute("form", form)
			.build();
	}

	private static Rendering back(String billNumber) {
		return Pages.seeOther("/bills/" + UriUtils.encode(billNumber, StandardCharsets.UTF_8));
	}

}
