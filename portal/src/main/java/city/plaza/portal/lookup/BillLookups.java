package city.plaza.portal.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** billing-service's search for one bill by the numbers printed on it. */
@HttpExchange("/api/v1/bill-lookups")
interface BillLookups {

	@PostExchange
	Mono<Lookup> lookUp(@RequestBody Numbers numbers);

	/** What was found before; a problem 404 once its time is over. */
	@GetExchange("/{id}")
	Mono<Lookup> read(@PathVariable String id);

	record Numbers(@Nullable String customerNumber, @Nullable String billNumber) {
	}

	record Lookup(String id, Instant expiresAt, FoundBill bill) {
	}

	/** A bill, with nothing of its customer. */
	record FoundBill(String billNumber, String billType, @Nullable String billTypeName, int billYear,
			LocalDate issuedOn, LocalDate payBy, LocalDate asOf, Money totalCharges, Money totalUnpaid,
			Money balanceDue, boolean pendingWebPayment, List<Charge> charges) {

		public boolean pastDue() {
			return this.totalUnpaid.isPositive() && this.payBy.isBefore(this.asOf);
		}

		/** Whether there is anything to pay online now. */
		public boolean payable() {
			return this.totalUnpaid.isPositive() && !this.pendingWebPayment;
		}

	}

	record Charge(String description, Money amount) {
	}

}
