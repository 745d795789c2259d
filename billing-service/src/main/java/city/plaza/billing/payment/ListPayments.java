package city.plaza.billing.payment;

import java.time.Instant;
import java.util.UUID;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Lists a resident's payments, page by page. */
@Component
class ListPayments {

	private static final int LARGEST_PAGE = 100;

	private final Payments payments;

	ListPayments(Payments payments) {
		this.payments = payments;
	}

	/**
	 * Reads a page; nothing is asked of the provider.
	 * @param cursor from the page before, or null for the first
	 * @param limit how many, from 1 to 100
	 * @return the page; the problems {@code invalid-cursor} and {@code invalid-limit}
	 */
	Mono<Page<PaymentView>> page(ResidentId resident, @Nullable String cursor, int limit) {
		return Mono.defer(() -> {
			Payments.PageMark after = Cursor
				.read(cursor,
						(parts) -> new Payments.PageMark(Instant.parse(parts.get(0)),
								new PaymentId(UUID.fromString(parts.get(1)))))
				.orElse(null);
			int size = Page.limit(limit, LARGEST_PAGE);
			return this.payments.page(resident, after, size + 1)
				.map((found) -> Page.of(found, size, PaymentView::of,
						(payment) -> Cursor.of(payment.origin().createdAt(), payment.id())));
		});
	}

}
