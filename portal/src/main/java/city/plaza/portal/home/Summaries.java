package city.plaza.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What billing-service knows of the visitor at one look. */
@HttpExchange("/api/v1")
interface Summaries {

	@GetExchange("/billing-summary")
	Mono<Summary> summary();

	/** The latest of the visitor's payments, newest first. */
	@GetExchange("/payments")
	Mono<LatestPayments> payments(@RequestParam int limit);

	/** Over all linked customers, as of today in the city. */
	record Summary(LocalDate asOf, Money totalUnpaid, Money totalBalanceDue, long openBills, long pastDueBills,
			long pendingBills, Money pendingUnpaid, List<DueBill> due, List<Customer> customers, List<Month> months) {

		/** Whether interest or a penalty is part of what is due. */
		public boolean hasPenalty() {
			return !this.totalBalanceDue.equals(this.totalUnpaid);
		}

		/** The one address that bills go to; null where there are several. */
		public @Nullable Address address() {
			List<Address> all = this.customers.stream().map(Customer::address).distinct().toList();
			return (all.size() == 1) ? all.getFirst() : null;
		}

	}

	record DueBill(String billNumber, String customerNumber, String billType, @Nullable String billTypeName,
			LocalDate payBy, Money totalUnpaid, Money balanceDue) {
	}

	record Customer(String customerNumber, String name, Address address, @Nullable String location, long openBills,
			Money totalUnpaid, Money balanceDue) {
	}

	record Address(String line1, String city, String state, String postalCode) {

		public String cityStateZip() {
			return this.city + ", " + this.state + " " + this.postalCode;
		}

	}

	record Month(YearMonth month, Money billed, Money paid) {

		public boolean isEmpty() {
			return this.billed.amount() == 0 && this.paid.amount() == 0;
		}

	}

	record LatestPayments(List<Payment> items) {
	}

	record Payment(String id, String reference, String state, @Nullable String failureReason, Money amount,
			Instant createdAt) {

		private static final Set<String> OPEN = Set.of("created", "redirected");

		/** Whether the resident can still pay it or give it up. */
		public boolean open() {
			return OPEN.contains(this.state);
		}

		/** What a resident sees of the state: the reason where it failed. */
		public String shownState() {
			return (this.failureReason != null) ? this.failureReason : this.state;
		}

	}

}
