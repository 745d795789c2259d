package city.plaza.portal.payment;

import java.net.URI;

import city.plaza.portal.page.Pages;
import city.plaza.portal.session.WebSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Where a payment stands: the page the provider sends the browser back to. */
@Controller
class PaymentController {

	private final Payments payments;

	private final WebSettings settings;

	PaymentController(Payments payments, WebSettings settings) {
		this.payments = payments;
		this.settings = settings;
	}

	@GetMapping("/payments/{id}")
	Mono<Rendering> show(@PathVariable String id) {
		return this.payments.payment(id).map(this::page);
	}

	@GetMapping("/payments")
	Mono<Rendering> own(@RequestParam(required = false) @Nullable String cursor) {
		return this.payments.own(cursor)
			.map((list) -> Rendering.view("payment/list")
				.modelAttribute("list", list)
				.modelAttribute("continued", cursor != null)
				.build());
	}

	/** A payment that has finished meanwhile cannot be cancelled: its page shows that. */
	@PostMapping("/payments/{id}/cancel")
	Mono<Rendering> cancel(@PathVariable String id) {
		return this.payments.cancel(id).thenReturn(Pages.seeOther("/payments/{id}", id));
	}

	/** Where the button stands, for those who come by its address. */
	@GetMapping("/payments/{id}/cancel")
	Rendering notByAddress(@PathVariable String id) {
		return Pages.seeOther("/payments/{id}", id);
	}

	private Rendering page(Payments.Payment payment) {
		Rendering.Builder<?> page = Rendering.view("payment/payment").modelAttribute("payment", payment);
		if (payment.checkoutUrl() != null && this.settings.isCheckout(URI.create(payment.checkoutUrl()))) {
			page.modelAttribute("checkout", payment.checkoutUrl());
		}
		return page.build();
	}

}
