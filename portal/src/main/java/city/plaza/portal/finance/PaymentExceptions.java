package city.plaza.portal.finance;

import java.time.Instant;
import java.util.List;

import city.plaza.portal.page.Money;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** billing-service's list of money that does not match its payment. */
@HttpExchange("/api/v1/finance/payment-exceptions")
interface PaymentExceptions {

	@GetExchange
	Mono<ExceptionList> open();

	@PostExchange("/{id}/resolution")
	Mono<Void> resolve(@PathVariable String id, @RequestBody Resolution resolution);

	record ExceptionList(List<Item> items) {
	}

	record Item(String id, String reference, String state, String kind, Money expected, Money amount, Instant foundAt) {
	}

	record Resolution(String note) {
	}

}
