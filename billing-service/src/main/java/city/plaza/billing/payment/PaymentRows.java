package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads payments from their tables. */
final class PaymentRows {

	/** A payment with its allocations is one row: there is none without. */
	static final String SELECT = """
			select p.payment_id, p.reference, p.resident_id, p.provider, p.state, p.currency, p.checkout_url,
			    p.expires_at, p.next_check_at, p.failure_reason, p.card_brand, p.card_last4, p.created_at,
			    p.submitted_at, p.posted_on, p.finished_at, a.bills, a.customers, a.amounts
			from payment p cross join lateral (
			    select array_agg(bill_number order by line) as bills,
			        array_agg(customer_number order by line) as customers, array_agg(amount order by line) as amounts
			    from payment_allocation where payment_id = p.payment_id) a
			""";

	private PaymentRows() {
	}

	static Payment payment(Readable row) {
		return new Payment(id(row), origin(row), PaymentState.of(Columns.text(row, "state")), allocations(row),
				new Payment.Checkout(
						Optional.ofNullable(row.get("checkout_url", String.class)).map(URI::create).orElse(null),
						Columns.required(row, "expires_at", Instant.class), row.get("next_check_at", Instant.class)),
				result(row));
	}

	static PaymentId id(Readable row) {
		return new PaymentId(Columns.required(row, "payment_id", UUID.class));
	}

	static Money money(Readable row) {
		return new Money(Columns.amount(row, "amount"), Columns.text(row, "currency"));
	}

	private static Payment.Origin origin(Readable row) {
		return new Payment.Origin(new PaymentReference(Columns.text(row, "reference")),
				new ResidentId(Columns.required(row, "resident_id", UUID.class)), Columns.text(row, "provider"),
				Columns.required(row, "created_at", Instant.class));
	}

	private static List<Allocation> allocations(Readable row) {
		String currency = Columns.text(row, "currency");
		String[] bills = Columns.required(row, "bills", String[].class);
		String[] customers = Columns.required(row, "customers", String[].class);
		Long[] amounts = Columns.required(row, "amounts", Long[].class);
		return IntStream.range(0, bills.length)
			.mapToObj((at) -> new Allocation(new BillNumber(bills[at]), new CustomerNumber(customers[at]),
					new Money(amounts[at], currency)))
			.toList();
	}

	private static Payment.Result result(Readable row) {
		return new Payment.Result(
				Optional.ofNullable(row.get("failure_reason", String.class)).map(FailureReason::of).orElse(null),
				method(row), row.get("submitted_at", Instant.class), row.get("posted_on", LocalDate.class),
				row.get("finished_at", Instant.class));
	}

	private static @Nullable PaymentMethod method(Readable row) {
		String brand = row.get("card_brand", String.class);
		String last4 = row.get("card_last4", String.class);
		return (brand != null && last4 != null) ? new PaymentMethod(brand, last4) : null;
	}

}
