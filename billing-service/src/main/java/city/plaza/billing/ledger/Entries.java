package city.plaza.billing.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code entry}; the database itself refuses to change or delete a row of it.
 */
@Repository
class Entries {

	private static final String ADD = """
			insert into entry (entry_reference, kind, payment_reference, bill_number, effective_on, amount, currency,
			    reverses, reason, recorded_at)
			select reference, kind, nullif(payment, ''), bill, cast(effective_on as date), amount, currency,
			    nullif(reverses, ''), nullif(reason, ''), :now
			from unnest(:references, :kinds, :payments, :bills, :days, :amounts, :currencies, :reversed, :reasons)
			     as e (reference, kind, payment, bill, effective_on, amount, currency, reverses, reason)
			""";

	private static final String KNOWN = """
			select * from entry where entry_reference = any(:references)
			""";

	private static final String POSTED_OF = """
			select payment_reference, bill_number, sum(amount)::bigint as posted from entry
			where payment_reference = any(:payments) and kind in ('posting', 'reversal')
			group by payment_reference, bill_number
			""";

	private static final String REVERSED_AMONG = """
			select reverses from entry where reverses = any(:references)
			""";

	private final DatabaseClient database;

	Entries(DatabaseClient database) {
		this.database = database;
	}

	Mono<Map<String, Entry>> known(Collection<String> references) {
		return this.database.sql(KNOWN)
			.bind("references", references.toArray(String[]::new))
			.map(Entries::entry)
			.all()
			.collectMap(Entry::reference);
	}

	Mono<Map<PaymentPart, Long>> postedOf(Collection<PaymentReference> payments) {
		return this.database.sql(POSTED_OF)
			.bind("payments", payments.stream().map(PaymentReference::value).toArray(String[]::new))
			.map((row) -> Map.entry(new PaymentPart(new PaymentReference(Columns.text(row, "payment_reference")),
					new BillNumber(Columns.text(row, "bill_number"))), Columns.amount(row, "posted")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	Mono<Set<String>> reversedAmong(Collection<String> references) {
		return this.database.sql(REVERSED_AMONG)
			.bind("references", references.toArray(String[]::new))
			.map((row) -> Columns.text(row, "reverses"))
			.all()
			.collect(Collectors.toSet());
	}

	Mono<Void> add(List<Entry> entries, Instant now) {
		return this.database.sql(ADD)
			.bind("references", column(entries, Entry::reference))
			.bind("kinds", column(entries, (entry) -> entry.kind().code()))
			.bind("payments", column(entries, Entries::payment))
			.bind("bills", column(entries, (entry) -> entry.billNumber().value()))
			.bind("days", column(entries, (entry) -> entry.effectiveOn().toString()))
			.bind("amounts", entries.stream().map((entry) -> entry.amount().amount()).toArray(Long[]::new))
			.bind("currencies", column(entries, (entry) -> entry.amount().currency()))
			.bind("reversed", column(entries, (entry) -> Objects.requireNonNullElse(entry.reverses(), "")))
			.bind("reasons", column(entries, (entry) -> Objects.requireNonNullElse(entry.reason(), "")))
			.bind("now", now)
			.then();
	}

	private static Entry entry(Readable row) {
		String kind = Columns.text(row, "kind");
		return new Entry(Columns.text(row, "entry_reference"),
				EntryKind.of(kind).orElseThrow(() -> new IllegalStateException("No kind of entry is " + kind)),
				new BillNumber(Columns.text(row, "bill_number")), Columns.date(row, "effective_on"),
				new Money(Columns.amount(row, "amount"), Columns.text(row, "currency")),
				Optional.ofNullable(row.get("payment_reference", String.class)).map(PaymentReference::new).orElse(null),
				row.get("reverses", String.class), row.get("reason", String.class));
	}

	private static String payment(Entry entry) {
		return (entry.paymentReference() != null) ? entry.paymentReference().value() : "";
	}

	private static String[] column(List<Entry> entries, Function<Entry, String> value) {
		return entries.stream().map(value).toArray(String[]::new);
	}

}
