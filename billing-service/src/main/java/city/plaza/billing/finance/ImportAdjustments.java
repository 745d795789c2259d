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
import city.plaza.billing.payment.Decided;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A row changes what is owed of a bill, once: a correction, a waiver, a charge, a
 * reversal.
 */
@Component
class ImportAdjustments implements Importer, SingleRows.Kind<NewAdjustment, Decided<AdjustBills.Outcome>> {

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
	public void report(RowReader reader, Decided<AdjustBills.Outcome> decided, Report report) {
		switch (decided.outcome()) {
			case BOOKED -> report.accept(1);
			case UNCHANGED -> report.unchanged(1);
			case REPEATED -> reader.wrong("adjustment_reference", RowErrorCode.DUPLICATE_ROW);
			case REFERENCE_REUSED -> reader.wrong("adjustment_reference", RowErrorCode.ADJUSTMENT_REFERENCE_REUSED);
			case UNKNOWN_BILL -> reader.wrong("bill_number", RowErrorCode.UNKNOWN_BILL);
			case ABOVE_UNPAID -> reader.tooMuch(RowErrorCode.AMOUNT_ABOVE_UNPAID, decided.most());
			case UNKNOWN_POSTING -> reader.wrong("reverses", RowErrorCode.UNKNOWN_POSTING);
			case NOT_THE_POSTING -> reader.wrong("reverses", RowErrorCode.POSTING_NOT_REVERSIBLE);
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
			reader.wrong("kind", RowErrorCode.UNKNOWN_KIND, "adjustment", "waiver", "interest", "penalty", "fee",
					"reversal");
		}
		if (reverses.isEmpty() == kind.filter((known) -> known == EntryKind.REVERSAL).isPresent()) {
			reader.wrong("reverses", RowErrorCode.REVERSAL_WITHOUT_POSTING);
		}
		if (reader.isGood() && effectiveOn.isAfter(this.calendar.today())) {
			reader.wrong("effective_on", RowErrorCode.DATE_IN_FUTURE, this.calendar.today().toString());
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
			reader.wrong("amount", RowErrorCode.WRONG_SIGN, switch (kind) {
				case WAIVER -> "negative";
				case ADJUSTMENT, POSTING, CREDIT -> "nonzero";
				case INTEREST, PENALTY, FEE, REVERSAL -> "positive";
			});
		}
	}

}
