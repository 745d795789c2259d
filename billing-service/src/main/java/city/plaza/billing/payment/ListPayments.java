package city.plaza.billing.payment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lists a resident's payments, page by page. */
@Component
class ListPayments {

	private static final int MOST = 100;

	private final Payments payments;

	ListPayments(Payments payments) {
		this.payments = payments;
	}

	/**
	 * Reads a page; nothing is asked of the provider.
	 * @param resident whose
	 * @param cursor from the page before, or null for the first
	 * @param limit how many, from 1 to 100; beyond that the nearest counts
	 * @return the page
	 */
	Mono<PaymentView.Page> page(UUID resident, @Nullable String cursor, int limit) {
		Optional<Payments.PageMark> after = (cursor != null) ? read(cursor) : Optional.empty();
		if (cursor != null && after.isEmpty()) {
			return Mono.error(Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "This cursor is none of ours.")
				.field("cursor")::asException);
		}
		int size = Math.clamp(limit, 1, MOST);
		return this.payments.page(resident, after.orElse(null), size + 1).map((found) -> page(found, size));
	}

	private static PaymentView.Page page(List<Payment> found, int size) {
		List<Payment> shown = found.subList(0, Math.min(size, found.size()));
		String next = (found.size() > size) ? write(shown.getLast()) : null;
		return new PaymentView.Page(shown.stream().map(PaymentView::of).toList(), next);
	}

	private static String write(Payment last) {
		String text = last.origin().createdAt() + " " + last.id();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Optional<Payments.PageMark> read(String cursor) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
			return (parts.length == 2)
					? Optional.of(new Payments.PageMark(Instant.parse(parts[0]), UUID.fromString(parts[1])))
					: Optional.empty();
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
