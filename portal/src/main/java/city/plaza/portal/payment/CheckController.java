package city.plaza.portal.payment;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.WebSettings;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** The answers are right: off to the provider's page. */
@Controller
class CheckController {

	static final String PATH = "/payments/new/check";

	static final Form FORM = new Form("payment/check",
			Refusals.ofFields("amount")
				.beside("amount", "amount-not-positive", "amount-above-unpaid", "part-payment-not-allowed",
						"currency-mismatch", "bill-pending", "bill-paid", "payment-ended", "idempotency-key-reused",
						"too-many-payments", "provider-unavailable"));

	private static final Pattern LINE = Pattern.compile("allocations\\[(\\d{1,4})].*");

	private final SelectedBills selected;

	private final Payments payments;

	private final WebSettings settings;

	CheckController(SelectedBills selected, Payments payments, WebSettings settings) {
		this.selected = selected;
		this.payments = payments;
		this.settings = settings;
	}

	@PostMapping(PATH)
	Mono<Rendering> pay(@RequestParam MultiValueMap<String, String> query, @ModelAttribute("form") CheckForm form) {
		PaymentChoice choice = PaymentChoice.of(query);
		if (!form.isWhole()) {
			return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
		}
		return choice.order(String.valueOf(form.currency()))
			.map((order) -> this.payments.start(String.valueOf(form.key()), order))
			.orElseGet(() -> Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST)))
			.flatMap(this::started)
			.onErrorResume(ApiProblem.class, (problem) -> again(choice, form, problem));
	}

	/**
	 * A form that was sent before may lead to a payment that was paid or canceled since:
	 * its page is not opened again, its own shows where it stands.
	 */
	private Mono<Rendering> started(ResponseEntity<Payments.Started> response) {
		Payments.Started started = response.getBody();
		if (started == null) {
			return Mono.error(new IllegalStateException("Billing responded without a payment"));
		}
		return response.getHeaders().containsHeader(Payments.REPLAYED)
				? this.payments.payment(started.id())
					.map((payment) -> payment.open() ? toProvider(started) : toPayment(started.id()))
				: Mono.fromSupplier(() -> toProvider(started));
	}

	private Rendering toProvider(Payments.Started started) {
		String address = started.checkoutUrl();
		if (address == null) {
			// Paid or ended before its page was known here: its own page shows which.
			return toPayment(started.id());
		}
		URI checkout = URI.create(address);
		if (!this.settings.isCheckout(checkout)) {
			throw new IllegalStateException("Billing named a payment page on " + checkout.getHost()
					+ ", which plaza.portal.checkout-hosts lacks");
		}
		return Pages.seeOther(checkout);
	}

	private static Rendering toPayment(String id) {
		return Pages.seeOther("/payments/{id}", id);
	}

	/**
	 * With the bills as they are now: another payment of one may be why this one is
	 * refused. Where that is an open one of the resident's own, from another tab, there
	 * is nothing wrong: the page shows how to finish or cancel it.
	 */
	private Mono<Rendering> again(PaymentChoice choice, CheckForm form, ApiProblem problem) {
		return formOf(problem).again(problem)
			.flatMap((page) -> this.selected.read(choice)
				.map((selection) -> (problem.is("bill-pending") && !selection.openPayments().isEmpty())
						? Pages.seeOther(URI.create(choice.check())) : filled(page, selection, form.after(problem))));
	}

	/** Its error stands beside the bill that the problem is about. */
	private static Form formOf(ApiProblem problem) {
		return problem.errors()
			.stream()
			.map((error) -> LINE.matcher(error.field()))
			.filter(Matcher::matches)
			.map((line) -> FORM.of(line.group(1)))
			.findFirst()
			.orElse(FORM);
	}

	static Rendering filled(Rendering.Builder<?> page, Selection selection, CheckForm form) {
		return page.modelAttribute("selection", selection)
			.modelAttribute("back", selection.choice().back())
			.modelAttribute("form", form)
			.build();
	}

}
