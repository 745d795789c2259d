package city.plaza.billing.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.AdjustBills;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A row changes what is owed of a bill, once: a correction, a waiver, a charge, a
 * reversal.
 */
@Component
class ImportAdjustments implements Importer, SingleRows.Kind<NewAdjustment, AdjustBills.Outcome> {

	private static final int LONGEST_NUMBER = 40;

	private static final int LONGEST_REASON = 200;

	private final AdjustBills adjustBills;

	private final BillSettings settings;

	private final CityCalendar calendar;

	ImportAdjustments(AdjustBills adjustBills, BillSettings settings, CityCalendar calendar) {
		this.adjustBills = adjustBills;
		this.settings = settings;
		this.calendar = calendar;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.ADJUSTMENTS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report, FileRows file) {
		return SingleRows.take(groups, report, this, this.adjustBills::adjust);
	}

	@Override
	public RowReader reader(Row row) {
		return new RowReader(kind(), row, this.settings.currency());
	}

	@Override
	public void report(RowReader reader, AdjustBills.Outcome outcome, Report report) {
		switch (outcome) {
			case BOOKED -> report.accept(1);
			case UNCHANGED -> report.unchanged(1);
			case REPEATED -> reader.wrong("adjustment_reference", "duplicate-row",
					"This adjustment has an earlier row in the file.");
			case REFERENCE_REUSED -> reader.wrong("adjustment_reference", "adjustment-reference-reused",
					"Another posting or adjustment has this reference. Neither can be changed.");
			case UNKNOWN_BILL -> reader.wrong("bill_number", "unknown-bill", "There is no such bill.");
			case ABOVE_UNPAID ->
				reader.wrong("amount", "amount-above-unpaid", "This takes off more than is unpaid on the bill.");
			case UNKNOWN_POSTING ->
				reader.wrong("reverses", "unknown-posting", "There is no such posting of this bill.");
			case NOT_THE_POSTING -> reader.wrong("reverses", "posting-not-reversible",
					"A reversal must have the amount of the posting, and undo it once.");
		}
	}

	@Override
	public @Nullable NewAdjustment read(RowReader reader) {
		String reference = reader.reference("adjustment_reference");
		Optional<EntryKind> kind = EntryKind.of(reader.required("kind", LONGEST_NUMBER));
		String bill = reader.required("bill_number", LONGEST_NUMBER);
		LocalDate effectiveOn = reader.date("effective_on");
		long amount = reader.amount("amount");
		String reverses = reader.optional("reverses", Entry.LONGEST_REFERENCE);
		String reason = reader.optional("reason", LONGEST_REASON);
		kind.ifPresent((known) -> checkAmount(known, amount, reader));
		if (kind.isEmpty() || kind.get() == EntryKind.POSTING || kind.get() == EntryKind.CREDIT) {
			reader.wrong("kind", "unknown-kind",
					"This must be adjustment, waiver, interest, penalty, fee or reversal.");
		}
		if (reverses.isEmpty() == kind.filter((known) -> known == EntryKind.REVERSAL).isPresent()) {
			reader.wrong("reverses", "reversal-without-posting",
					"A reversal, and nothing else, names the posting that it undoes.");
		}
		if (reader.isGood() && effectiveOn.isAfter(this.calendar.today())) {
			reader.wrong("effective_on", "date-in-future", "An adjustment cannot be dated later than today.");
		}
		return reader.isGood() ? new NewAdjustment(reference, kind.orElseThrow(), new BillNumber(bill), effectiveOn,
				new Money(amount, this.settings.currency()), reverses.isEmpty() ? null : reverses,
				reason.isEmpty() ? null : reason) : null;
	}

	private static void checkAmount(EntryKind kind, long amount, RowReader reader) {
		boolean isRight = switch (kind) {
			case WAIVER -> amount < 0;
			case INTEREST, PENALTY, FEE, REVERSAL -> amount > 0;
			case ADJUSTMENT, POSTING, CREDIT -> amount != 0;
		};
		if (!isRight) {
			reader.wrong("amount", "wrong-sign", switch (kind) {
				case WAIVER -> "A waiver takes something off: write its amount with a minus sign.";
				case ADJUSTMENT, POSTING, CREDIT ->
					"An adjustment adds something or takes something off: its amount must not be 0.";
				case INTEREST, PENALTY, FEE, REVERSAL ->
					"This adds to what is owed: its amount must be more than 0. Only an adjustment may do either.";
			});
		}
	}

}
