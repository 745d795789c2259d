package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The sandbox's checkouts and its ledger of charges. */
@Repository
@ConditionalOnSandbox
class SandboxCheckouts {

	// To its page, an open checkout past its expiry is expired before that is written
	// down.
	private static final String SELECT = """
			select c.checkout_id, c.payment_id, c.payee, c.reference, c.amount, c.currency, c.return_address, c.expires_at,
			    case when c.state = 'open' and c.expires_at <= now() then 'expired' else c.state end as state,
			    h.brand, h.last4
			from sandbox_checkout c left join sandbox_charge h on h.checkout_id = c.checkout_id
			""";

	private static final String FIND = SELECT + """
			where c.checkout_id = :id
			""";

	private static final String OF_PAYMENT = SELECT + """
			where c.payment_id = :payment
			""";

	private static final String INSERT_IF_ABSENT = """
			insert into sandbox_checkout (checkout_id, payment_id, payee, reference, amount, currency, return_address,
			    state, expires_at)
			values (:id, :payment, :payee, :reference, :amount, :currency, :returnAddress, 'open', :expiresAt)
			on conflict (payment_id) do nothing
			""";

	private static final String FINISH = """
			update sandbox_checkout set state = :state
			where checkout_id = :id and state = 'open' and expires_at > now()
			""";

	private static final String EXPIRE = """
			update sandbox_checkout set state = 'expired'
			where payment_id = :payment and state = 'open' and expires_at <= now()
			""";

	/** One statement, so that all of it is one transaction and one wait for the disk. */
	private static final String END = """
			with ended as (
			    update sandbox_checkout set state = :state
			    where checkout_id = :id and state = 'open' and expires_at > now()
			    returning checkout_id, amount, currency),
			charged as (
			    insert into sandbox_charge (checkout_id, amount, currency, brand, last4)
			    select checkout_id, amount, currency, :brand, :last4 from ended where cast(:brand as text) is not null)
			insert into sandbox_notification (event_id, checkout_id, body)
			select :event, checkout_id, :body from ended
			""";

	private final DatabaseClient database;

	SandboxCheckouts(DatabaseClient database) {
		this.database = database;
	}

	Mono<SandboxCheckout> find(String id) {
		return this.database.sql(FIND).bind("id", id).map(SandboxCheckouts::checkout).one();
	}

	Mono<SandboxCheckout> find(PaymentId payment) {
		return this.database.sql(OF_PAYMENT).bind("payment", payment.value()).map(SandboxCheckouts::checkout).one();
	}

	/**
	 * Writes a checkout, unless its payment has one.
	 * @return whether this call wrote it: it is open then
	 */
	Mono<Boolean> insertIfAbsent(String id, CheckoutOrder order) {
		return this.database.sql(INSERT_IF_ABSENT)
			.bind("id", id)
			.bind("payment", order.paymentId().value())
			.bind("payee", order.payee())
			.bind("reference", order.reference())
			.bind("amount", order.amount().amount())
			.bind("currency", order.amount().currency())
			.bind("returnAddress", order.returnAddress().toString())
			.bind("expiresAt", order.expiresAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Ends a checkout, if it is open and not expired.
	 * @return whether this call ended it
	 */
	Mono<Boolean> finish(String id, CheckoutState state) {
		return this.database.sql(FINISH)
			.bind("state", state.code())
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Writes down that a checkout has expired, if it is open past its time. A payment of
	 * it that is under way holds its row: this waits for it, so that a checkout is either
	 * paid or expired and never both.
	 */
	Mono<Void> expire(PaymentId payment) {
		return this.database.sql(EXPIRE).bind("payment", payment.value()).then();
	}

	/**
	 * Ends a checkout as its payer wants it, if it is open and not expired: takes the
	 * money and queues the notification in the same transaction.
	 * @param method that is charged; null where no money is taken
	 */
	Mono<Void> end(SandboxCheckout checkout, CheckoutState state, @Nullable PaymentMethod method,
			Notifications.Due notification) {
		return this.database.sql(END)
			.bind("state", state.code())
			.bind("id", checkout.id())
			.bind("brand", Parameters.in(R2dbcType.VARCHAR, (method != null) ? method.brand() : null))
			.bind("last4", Parameters.in(R2dbcType.VARCHAR, (method != null) ? method.last4() : null))
			.bind("event", notification.eventId())
			.bind("body", notification.body())
			.then();
	}

	private static SandboxCheckout checkout(Readable row) {
		String brand = row.get("brand", String.class);
		String last4 = row.get("last4", String.class);
		return new SandboxCheckout(Columns.text(row, "checkout_id"),
				new PaymentId(Columns.required(row, "payment_id", UUID.class)), Columns.text(row, "payee"),
				Columns.text(row, "reference"), new Money(Columns.amount(row, "amount"), Columns.text(row, "currency")),
				URI.create(Columns.text(row, "return_address")), CheckoutState.of(Columns.text(row, "state")),
				Columns.required(row, "expires_at", Instant.class),
				(brand != null && last4 != null) ? new PaymentMethod(brand, last4) : null);
	}

}
