package city.plaza.portal.payment;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** billing-service's web payments of the visitor. */
@HttpExchange("/api/v1/payments")
interface Payments {

	/** Set where the key was used before. */
	String REPLAYED = "Idempotent-Replayed";

	@PostExchange
	Mono<ResponseEntity<Started>> start(@RequestHeader("Idempotency-Key") String key, @RequestBody Order order);

	@GetExchange("/{id}")
	Mono<Payment> payment(@PathVariable String id);

	@PostExchange("/{id}/cancellation")
	Mono<Void> cancel(@PathVariable String id);

	@GetExchange
	Mono<PaymentList> own(@RequestParam(required = false) @Nullable String cursor);

	record Order(List<Line> allocations) {
	}

	record Line(String billNumber, Money amount) {
	}

	/** The part of a payment that goes to one bill. */
	record Allocation(String billNumber, @Nullable String customerNumber, Money amount) {
	}

	record Started(String id, @Nullable String checkoutUrl) {
	}

	record PaymentList(List<Payment> items, @Nullable String next) {
	}

	record Card(@Nullable String brand, @Nullable String last4) {
	}

	record Payment(String id, String reference, String state, @Nullable String failureReason, Money amount,
			List<Allocation> allocations, @Nullable String checkoutUrl, @Nullable Card method, Instant createdAt,
			@Nullable Instant submittedAt) {

		private static final Set<String> OPEN = Set.of("created", "redirected");

		/** Whether the resident can still pay it or give it up. */
		public boolean open() {
			return OPEN.contains(this.state);
		}

		/** Where its bills can be paid by another payment. */
		public String again() {
			return new PaymentChoice(
					this.allocations.stream().map((part) -> new PaymentChoice.Line(part.billNumber(), null)).toList(),
					false, "/payments/" + this.id)
				.amounts();
		}

		public boolean sent() {
			return !open() && this.failureReason == null;
		}

		/** What a resident sees of the state: the reason where it failed. */
		public String shownState() {
			return (this.failureReason != null) ? this.failureReason : this.state;
		}

	}

}
