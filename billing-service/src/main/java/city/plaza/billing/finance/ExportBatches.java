package city.plaza.billing.finance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PendingLine;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The batches that finance fetched; a part of a payment is in one of them at most. */
@Repository
class ExportBatches {

	private static final String BATCHES = """
			select b.batch_id, b.created_at, b.created_by, b.created_by_name, count(l.line) as lines,
			    coalesce(sum(l.amount), 0)::bigint as total, count(e.posted) as posted_lines,
			    coalesce(sum(e.posted), 0)::bigint as posted_total
			from (select * from export_batch where (created_at, batch_id) < (:at, :id) %s
			      order by created_at desc, batch_id desc limit :most) b
			left join export_line l on l.batch_id = b.batch_id
			left join lateral (
			    select sum(amount) as posted from entry
			    where bill_number = l.bill_number and payment_reference = l.payment_reference and kind = 'posting') e
			    on true
			group by b.batch_id, b.created_at, b.created_by, b.created_by_name
			order by b.created_at desc, b.batch_id desc
			""";

	private static final String OF_IMPORT = """
			and batch_id in (select batch_id from import_export where import_id = :import)
			""";

	private static final String ADD_LINES = """
			insert into export_line
			select reference, bill, :batch, line, customer, amount, currency, at
			from unnest(:references, :bills, :lines, :customers, :amounts, :currencies, cast(:times as timestamptz[]))
			    as l (reference, bill, line, customer, amount, currency, at)
			""";

	private static final String QUEUE_UP = """
			select pg_advisory_xact_lock(hashtext('billing export'))
			""";

	private static final String UNEXPORTED = """
			select p.at::int as at from unnest(:references, :bills) with ordinality as p (reference, bill, at)
			where not exists (select from export_line l
			    where l.payment_reference = p.reference and l.bill_number = p.bill)
			order by p.at
			""";

	private static final String ADD = """
			insert into export_batch (batch_id, created_by, created_by_name, created_at) values (:batch, :by, :name, :at)
			""";

	private static final String EXISTS = """
			select batch_id from export_batch where batch_id = :batch
			""";

	private static final String LINES = """
			select * from export_line where batch_id = :batch and line > :after order by line limit :most
			""";

	private final DatabaseClient database;

	private final BillSettings settings;

	ExportBatches(DatabaseClient database, BillSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/** Lets one export be made at a time, until the transaction ends. */
	Mono<Void> queueUp() {
		return this.database.sql(QUEUE_UP).then();
	}

	/** Those of the lines that are in no batch yet. */
	Mono<List<PendingLine>> unexported(List<PendingLine> lines) {
		return this.database.sql(UNEXPORTED)
			.bind("references", column(lines, (line) -> line.paymentReference().value()))
			.bind("bills", column(lines, (line) -> line.billNumber().value()))
			.map((row) -> lines.get(Columns.number(row, "at") - 1))
			.all()
			.collectList();
	}

	Mono<Void> add(ExportId batch, StaffMember by, Instant at, List<PendingLine> lines) {
		return this.database.sql(ADD)
			.bind("batch", batch.value())
			.bind("by", by.id())
			.bind("name", by.name())
			.bind("at", at)
			.then()
			.then(this.database.sql(ADD_LINES)
				.bind("batch", batch.value())
				.bind("references", column(lines, (line) -> line.paymentReference().value()))
				.bind("bills", column(lines, (line) -> line.billNumber().value()))
				.bind("lines", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
				.bind("customers", column(lines, (line) -> line.customerNumber().value()))
				.bind("amounts", lines.stream().map((line) -> line.amount().amount()).toArray(Long[]::new))
				.bind("currencies", column(lines, (line) -> line.amount().currency()))
				.bind("times", column(lines, (line) -> line.submittedAt().toString()))
				.then());
	}

	/**
	 * A page of the batches, newest first, with what is posted of each.
	 * @param at when the last one of the page before was made
	 * @param id of that one
	 * @param postedBy an import of which only the exports are asked for that it posted
	 * something of; null for all
	 * @param most how many
	 * @return the page
	 */
	Mono<List<ExportBatch>> page(Instant at, UUID id, @Nullable ImportId postedBy, int most) {
		DatabaseClient.GenericExecuteSpec batches = (postedBy == null) ? this.database.sql(BATCHES.formatted(""))
				: this.database.sql(BATCHES.formatted(OF_IMPORT)).bind("import", postedBy.value());
		return batches.bind("at", at)
			.bind("id", id)
			.bind("most", most)
			.map((row) -> new ExportBatch(new ExportId(Columns.required(row, "batch_id", UUID.class)),
					Columns.required(row, "created_at", Instant.class), Columns.amount(row, "lines"),
					money(row, "total"),
					new StaffMember(Columns.required(row, "created_by", UUID.class),
							Columns.text(row, "created_by_name")),
					Columns.amount(row, "posted_lines"), money(row, "posted_total")))
			.all()
			.collectList();
	}

	private Money money(Readable row, String column) {
		return new Money(Columns.amount(row, column), this.settings.currency());
	}

	Mono<Boolean> exists(ExportId batch) {
		return this.database.sql(EXISTS).bind("batch", batch.value()).map((row) -> true).one().defaultIfEmpty(false);
	}

	/** Lines of a batch, from behind one on. */
	Mono<List<PendingLine>> lines(ExportId batch, int after, int most) {
		return this.database.sql(LINES)
			.bind("batch", batch.value())
			.bind("after", after)
			.bind("most", most)
			.map(ExportBatches::line)
			.all()
			.collectList();
	}

	private static PendingLine line(Readable row) {
		return new PendingLine(new PaymentReference(Columns.text(row, "payment_reference")),
				new BillNumber(Columns.text(row, "bill_number")),
				new CustomerNumber(Columns.text(row, "customer_number")),
				new Money(Columns.amount(row, "amount"), Columns.text(row, "currency")),
				Columns.required(row, "submitted_at", Instant.class));
	}

	private static String[] column(List<PendingLine> lines, Function<PendingLine, String> value) {
		return lines.stream().map(value).toArray(String[]::new);
	}

}
