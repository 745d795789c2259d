package city.plaza.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Ledger;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What finance has still to post: money taken by the provider, bill by bill. */
@Component
public class PendingExport {

	private static final String LINES = """
			select p.reference, a.bill_number, a.customer_number, a.amount, p.currency, p.submitted_at
			from payment p join payment_allocation a on a.payment_id = p.payment_id
			where p.state = 'submitted' and a.pending
			order by p.submitted_at, p.reference, a.line
			""";

	private final DatabaseClient database;

	private final Ledger ledger;

	PendingExport(DatabaseClient database, Ledger ledger) {
		this.database = database;
		this.ledger = ledger;
	}

	/** All of them, oldest first, each with what is left to be posted. */
	public Mono<List<PendingLine>> lines() {
		return this.database.sql(LINES)
			.map(PendingExport::line)
			.all()
			.collectList()
			.flatMap((lines) -> this.ledger
				.postedOf(lines.stream().map(PendingLine::paymentReference).collect(Collectors.toSet()))
				.map((posted) -> lines.stream().map((line) -> line.less(posted)).toList()));
	}

	private static PendingLine line(Readable row) {
		return new PendingLine(new PaymentReference(Columns.text(row, "reference")),
				new BillNumber(Columns.text(row, "bill_number")),
				new CustomerNumber(Columns.text(row, "customer_number")), PaymentRows.money(row),
				Columns.required(row, "submitted_at", Instant.class));
	}

}
