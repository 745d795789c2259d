package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads payments from their tables. */
final class PaymentRows {

	static final String COLUMNS = """
			p.payment_id, p.reference, p.resident_id, p.state, p.amount, p.currency, p.checkout_url, p.expires_at,
			p.failure_reason, p.card_brand, p.card_last4, p.created_at, p.submitted_at""";

	private PaymentRows() {
	}

	static Payment payment(Readable row, List<Allocation> allocations) {
		return new Payment(id(row), new PaymentReference(Columns.text(row, "reference")),
				Columns.required(row, "resident_id", UUID.class), PaymentState.of(Columns.text(row, "state")),
				money(row), Optional.ofNullable(row.get("checkout_url", String.class)).map(URI::create).orElse(null),
				Columns.required(row, "expires_at", Instant.class),
				Optional.ofNullable(row.get("failure_reason", String.class)).map(FailureReason::of).orElse(null),
				method(row), Columns.required(row, "created_at", Instant.class), row.get("submitted_at", Instant.class),
				allocations);
	}

	static PaymentId id(Readable row) {
		return new PaymentId(Columns.required(row, "payment_id", UUID.class));
	}

	static Allocation allocation(Readable row) {
		return new Allocation(Columns.text(row, "bill_number"), Columns.text(row, "customer_number"), money(row));
	}

	static Money money(Readable row) {
		return new Money(Columns.amount(row, "amount"), Columns.text(row, "currency"));
	}

	private static @Nullable PaymentMethod method(Readable row) {
		String brand = row.get("card_brand", String.class);
		String last4 = row.get("card_last4", String.class);
		return (brand != null && last4 != null) ? new PaymentMethod(brand, last4) : null;
	}

}
