package city.plaza.billing.finance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PendingExport;
import city.plaza.billing.payment.PendingLine;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes a batch of the web payments that finance has yet to post and has not fetched
 * before. Fetching a batch again gives the same lines.
 */
@Component
class MakeExport {

	private final PendingExport pending;

	private final ExportBatches batches;

	private final Transactions transactions;

	private final BillSettings settings;

	private final Audit audit;

	private final Clock clock;

	MakeExport(PendingExport pending, ExportBatches batches, Transactions transactions, BillSettings settings,
			Audit audit, Clock clock) {
		this.pending = pending;
		this.batches = batches;
		this.transactions = transactions;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Makes a batch.
	 * @param by the member of staff
	 * @return the batch; empty where there is nothing new to be posted
	 */
	Mono<ExportBatch> make(StaffMember by) {
		return this.transactions.inOne(this.batches.queueUp()
			.then(this.pending.lines())
			.flatMap(this.batches::unexported)
			.filter((lines) -> !lines.isEmpty())
			.flatMap((lines) -> make(by, lines)));
	}

	private Mono<ExportBatch> make(StaffMember by, List<PendingLine> lines) {
		Instant now = this.clock.instant();
		ExportId id = ExportId.random();
		Money total = lines.stream()
			.map(PendingLine::amount)
			.reduce(new Money(0, this.settings.currency()), Money::plus);
		return this.batches.add(id, by, now, lines)
			.then(this.audit.record((actor) -> NewEntry.of(actor, BillingAction.EXPORT_MADE, "export", id)
				.with("lines", lines.size())
				.with("amount", total.amount())))
			.thenReturn(new ExportBatch(id, now, lines.size(), total, by, 0, new Money(0, total.currency())));
	}

}
