package city.plaza.portal.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** billing-service's payments of all residents. */
@HttpExchange("/api/v1/finance/payments")
interface FoundPayments {

	@GetExchange
	Mono<PaymentPage> search(@RequestParam MultiValueMap<String, String> query);

	@GetExchange("/{id}")
	Mono<PaymentRecord> record(@PathVariable String id);

	record PaymentPage(List<Payment> items, @Nullable String next) {
	}

	record Payment(String id, String reference, String state, @Nullable String failureReason, Money amount,
			List<Part> allocations, @Nullable Card method, Instant createdAt, @Nullable Instant submittedAt) {
	}

	/** The part of a payment that goes to one bill. */
	record Part(String billNumber, String customerNumber, Money amount) {
	}

	record Card(String brand, String last4) {
	}

	record PaymentRecord(Payment payment, String residentId, String provider, @Nullable LocalDate postedOn,
			List<Step> history) {
	}

	/** A state that the payment came into. */
	record Step(Instant at, String state, @Nullable String cause, @Nullable String failureReason) {
	}

}
