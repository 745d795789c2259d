package city.plaza.billing.payment;

import java.time.Instant;
import java.util.UUID;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.RequestLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Looks payments up for finance. Each look is logged with who took it and by what, never
 * with the values.
 */
@Component
class SearchPayments {

	private static final int LARGEST_PAGE = 100;

	private static final Logger log = LoggerFactory.getLogger(SearchPayments.class);

	/** Later than any payment. */
	private static final Payments.PageMark BEGINNING = new Payments.PageMark(Instant.parse("9998-01-01T00:00:00Z"),
			new PaymentId(new UUID(0, 0)));

	private final Payments payments;

	private final FoundPayments found;

	private final Audit audit;

	SearchPayments(Payments payments, FoundPayments found, Audit audit) {
		this.payments = payments;
		this.found = found;
		this.audit = audit;
	}

	/**
	 * Reads a page of the payments that fit, newest first.
	 * @param cursor from the page before, or null for the first
	 * @param limit how many, from 1 to 100
	 * @param by the member of staff
	 * @return the page; the problems {@code invalid-cursor} and {@code invalid-limit}
	 */
	Mono<Page<PaymentView>> page(PaymentQuery query, @Nullable String cursor, int limit, UUID by) {
		return Mono.defer(() -> {
			Payments.PageMark after = Cursor
				.read(cursor,
						(parts) -> new Payments.PageMark(Instant.parse(parts.get(0)),
								new PaymentId(UUID.fromString(parts.get(1)))))
				.orElse(BEGINNING);
			int size = Page.limit(limit, LARGEST_PAGE);
			return this.found.page(query, after, size + 1)
				.map((payments) -> Page.of(payments, size, PaymentView::forStaff,
						(payment) -> Cursor.of(payment.origin().createdAt(), payment.id())))
				.flatMap((page) -> note(query, page.items().size()).thenReturn(page))
				.delayUntil(
						(page) -> RequestLog.write(() -> log.info("Finance: {} searched payments by {}, {} on the page",
								by, query.given().keySet(), page.items().size())));
		});
	}

	/** By what was searched, never the values; a resident's id names nobody by itself. */
	private Mono<Void> note(PaymentQuery query, int found) {
		String subject = (query.residentId() != null) ? query.residentId().toString() : null;
		return this.audit.record((actor) -> NewEntry
			.of(actor, BillingAction.PAYMENTS_SEARCHED, (subject != null) ? "account" : "payment",
					(subject != null) ? subject : "many")
			.with("by", String.join(" ", query.given().keySet()))
			.with("found", found));
	}

	/**
	 * Reads a payment with its history; nothing is asked of the provider.
	 * @param id of the payment
	 * @param by the member of staff
	 * @return the payment; empty where there is none
	 */
	Mono<PaymentRecord> find(PaymentId id, UUID by) {
		return this.payments.find(id)
			.flatMap((payment) -> this.found.history(id).map((steps) -> PaymentRecord.of(payment, steps)))
			.flatMap((read) -> this.audit
				.record((actor) -> NewEntry.of(actor, BillingAction.PAYMENT_READ, "payment", id))
				.thenReturn(read))
			.delayUntil((read) -> RequestLog.write(() -> log.info("Finance: {} looked at payment {}", by, id)));
	}

}
