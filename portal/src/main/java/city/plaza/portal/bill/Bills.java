package city.plaza.portal.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** billing-service's customers and bills, as far as the visitor may see them. */
@HttpExchange("/api/v1")
public interface Bills {

	/**
	 * Who is billed.
	 * @param customerNumber the Customer ID
	 * @return the customer; a problem 404 where the visitor has no link
	 */
	@GetExchange("/customers/{customerNumber}")
	Mono<Customer> customer(@PathVariable String customerNumber);

	/**
	 * A page of a customer's bills.
	 * @param customerNumber the Customer ID
	 * @param choice the date of every figure ({@code asOf}, ISO 8601; today without one),
	 * and which bills in which order: {@code state}, {@code year}, {@code type},
	 * {@code sort}, {@code page}
	 * @return the bills, and the totals over all of them
	 */
	@GetExchange("/customers/{customerNumber}/bills")
	Mono<BillList> list(@PathVariable String customerNumber, @RequestParam MultiValueMap<String, String> choice);

	/**
	 * One bill with its charges and payments.
	 * @param billNumber its number
	 * @param asOf ISO 8601, the date of every figure; today where null
	 * @return the bill; a problem 404 where it is not the visitor's to see
	 */
	@GetExchange("/bills/{billNumber}")
	Mono<Bill> bill(@PathVariable String billNumber, @RequestParam(required = false) @Nullable String asOf);

	/**
	 * Several bills at once, as of today.
	 * @param numbers two at least: one alone would be split at its commas
	 * @return those of them that are the visitor's to see, in the same order
	 */
	@GetExchange("/bills")
	Mono<BillsByNumber> bills(@RequestParam("billNumber") List<String> numbers);

	/**
	 * The visitor's own payment that makes a bill pending.
	 * @param id of the payment
	 * @return how far it is; a problem 404 where it is not the visitor's
	 */
	@GetExchange("/payments/{id}")
	Mono<PendingPayment> pendingPayment(@PathVariable String id);

	/**
	 * The visitor's own payment that makes a bill pending, where it can be read now:
	 * without it a page says less, and nothing that is wrong.
	 * @param bill pending or not
	 * @return how far the payment is; empty where there is none
	 */
	default Mono<PendingPayment> pendingPayment(Bill bill) {
		return Mono.justOrEmpty(bill.pendingPaymentId())
			.flatMap((id) -> pendingPayment(id))
			.onErrorResume((error) -> error instanceof ServiceUnavailable || error instanceof ApiProblem,
					(error) -> Mono.empty());
	}

	/**
	 * A payment that waits: for the resident to finish it, or for the city to post it.
	 *
	 * @param id of the payment
	 * @param state such as {@code redirected}
	 * @param amount of all bills that it pays
	 */
	record PendingPayment(String id, String state, Money amount) {

		private static final Set<String> UNFINISHED = Set.of("created", "redirected");

		public boolean unfinished() {
			return UNFINISHED.contains(this.state);
		}

	}

	/**
	 * Who is billed, and where.
	 *
	 * @param customerNumber the Customer ID
	 * @param name as on the bill
	 * @param address as on the bill
	 * @param location distinguishes accounts of one name
	 */
	record Customer(String customerNumber, String name, Address address, @Nullable String location) {
	}

	/**
	 * A mailing address.
	 *
	 * @param line1 street
	 * @param city town
	 * @param state two letters
	 * @param postalCode ZIP code
	 */
	record Address(@Nullable String line1, @Nullable String city, @Nullable String state, @Nullable String postalCode) {

		public String cityStateZip() {
			return text(this.city) + ", " + text(this.state) + " " + text(this.postalCode);
		}

		private static String text(@Nullable String part) {
			return (part != null) ? part : "";
		}

	}

	/**
	 * The fiscal years whose bills are shown.
	 *
	 * @param from first
	 * @param to last
	 */
	record BillYears(int from, int to) {
	}

	/**
	 * A page of bills.
	 *
	 * @param asOf the date of every figure
	 * @param billYears the years shown
	 * @param count of all bills in those years
	 * @param totalUnpaid over all bills
	 * @param totalBalanceDue over all bills
	 * @param matching how many bills were chosen
	 * @param facets what bills can be chosen by
	 * @param items this page
	 */
	record BillList(LocalDate asOf, BillYears billYears, int count, Money totalUnpaid, Money totalBalanceDue,
			Long matching, Facets facets, List<Line> items) {

		/** Billing of the release before, during an update, knows neither. */
		public BillList {
			matching = Objects.requireNonNullElse(matching, (long) count);
			facets = Objects.requireNonNullElse(facets, new Facets(List.of(), List.of()));
		}

	}

	/**
	 * What a customer's bills can be chosen by.
	 *
	 * @param billYears the years that have bills
	 * @param billTypes the types that have bills
	 */
	record Facets(List<Integer> billYears, List<BillType> billTypes) {

		/** Whether there are bills of a year, as it was typed. */
		public boolean hasYear(String year) {
			return this.billYears.stream().anyMatch((each) -> each.toString().equals(year));
		}

		/** Whether there are bills of a type. */
		public boolean hasType(String code) {
			return this.billTypes.stream().anyMatch((each) -> each.code().equals(code));
		}

	}

	/**
	 * A category of bills.
	 *
	 * @param code such as {@code CLAIMS}
	 * @param name as the ledger gives it
	 */
	record BillType(String code, @Nullable String name) {
	}

	/**
	 * One bill in a list.
	 *
	 * @param billNumber its number
	 * @param billType its category
	 * @param billTypeName the name of the category
	 * @param payBy last day without penalty
	 * @param totalUnpaid charges less posted payments
	 * @param balanceDue total unpaid, interest and penalty
	 * @param pendingWebPayment whether a web payment of it waits for posting
	 */
	record Line(String billNumber, String billType, @Nullable String billTypeName, LocalDate payBy, Money totalUnpaid,
			Money balanceDue, boolean pendingWebPayment) {

		/** Whether its resident may pay it now. */
		public boolean payable() {
			return this.totalUnpaid.isPositive() && !this.pendingWebPayment;
		}

		/**
		 * Whether it should have been paid by then.
		 * @param asOf the day
		 * @return true if it is unpaid after its pay-by date
		 */
		public boolean pastDue(LocalDate asOf) {
			return this.totalUnpaid.isPositive() && this.payBy.isBefore(asOf);
		}

	}

	/**
	 * Bills by their numbers.
	 *
	 * @param items those that were found
	 */
	record BillsByNumber(List<Bill> items) {
	}

	/**
	 * One bill.
	 *
	 * @param billNumber its number
	 * @param billType its category
	 * @param billYear its fiscal year
	 * @param customerNumber who is billed
	 * @param customerName as on the bill
	 * @param issuedOn its date
	 * @param payBy last day without penalty
	 * @param asOf the date of every figure
	 * @param totalUnpaid charges less posted payments
	 * @param balanceDue total unpaid, interest and penalty
	 * @param pendingWebPayment whether a web payment of it waits for posting
	 * @param pendingPaymentId that payment, if it is the visitor's own
	 * @param partPaymentAllowed whether less than all may be paid
	 * @param charges its lines
	 * @param postings its payments
	 */
	record Bill(String billNumber, String billType, @Nullable String billTypeName, int billYear, String customerNumber,
			String customerName, LocalDate issuedOn, LocalDate payBy, LocalDate asOf, Money totalUnpaid,
			Money balanceDue, boolean pendingWebPayment, @Nullable String pendingPaymentId, boolean partPaymentAllowed,
			List<Charge> charges, List<Posting> postings, @Nullable List<Change> changes) {

		public boolean payable() {
			return this.totalUnpaid.isPositive() && !this.pendingWebPayment;
		}

		public boolean pastDue() {
			return this.totalUnpaid.isPositive() && this.payBy.isBefore(this.asOf);
		}

	}

	/**
	 * An adjustment, a waiver or another entry by finance.
	 *
	 * @param kind such as {@code waiver}
	 * @param amount what it adds to the bill; below zero where it takes something off
	 * @param reason finance's
	 */
	record Change(LocalDate effectiveOn, String kind, Money amount, @Nullable String reason) {
	}

	/**
	 * A line of a bill.
	 *
	 * @param line its number
	 * @param description what for
	 * @param amount how much
	 */
	record Charge(int line, String description, Money amount) {
	}

	/**
	 * A payment that finance applied to the bill.
	 *
	 * @param postedOn when
	 * @param reference finance's
	 * @param amount how much
	 */
	record Posting(LocalDate postedOn, String reference, Money amount) {
	}

}
