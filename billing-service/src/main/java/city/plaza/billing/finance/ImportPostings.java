package city.plaza.billing.finance;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.Decided;
import city.plaza.billing.payment.NewPosting;
import city.plaza.billing.payment.PostPayments;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** A row applies a payment to a bill, once. */
@Component
class ImportPostings implements Importer, SingleRows.Kind<NewPosting, Decided<PostPayments.Outcome>> {

	private static final int LONGEST_NUMBER = 40;

	private final PostPayments postPayments;

	private final BillSettings settings;

	private final CityCalendar calendar;

	ImportPostings(PostPayments postPayments, BillSettings settings, CityCalendar calendar) {
		this.postPayments = postPayments;
		this.settings = settings;
		this.calendar = calendar;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.POSTINGS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report, FileRows file) {
		return SingleRows.take(groups, report, this, this.postPayments::post);
	}

	@Override
	public RowReader reader(Row row) {
		return new RowReader(kind(), row, this.settings.currency());
	}

	@Override
	public void report(RowReader reader, Decided<PostPayments.Outcome> decided, Report report) {
		switch (decided.outcome()) {
			case POSTED -> report.accept(1);
			case UNCHANGED -> report.unchanged(1);
			case REPEATED -> reader.wrong("posting_reference", RowErrorCode.DUPLICATE_ROW);
			case REFERENCE_REUSED -> reader.wrong("posting_reference", RowErrorCode.POSTING_REFERENCE_REUSED);
			case UNKNOWN_BILL -> reader.wrong("bill_number", RowErrorCode.UNKNOWN_BILL);
			case UNKNOWN_PAYMENT -> reader.wrong("payment_reference", RowErrorCode.UNKNOWN_PAYMENT);
			case PAYMENT_NOT_OF_THIS_BILL -> reader.wrong("payment_reference", RowErrorCode.PAYMENT_NOT_OF_THIS_BILL);
			case PAYMENT_NOT_PENDING -> reader.wrong("payment_reference", RowErrorCode.PAYMENT_NOT_PENDING);
			case ABOVE_PAYMENT -> reader.tooMuch(RowErrorCode.WRONG_AMOUNT, decided.most());
			case ABOVE_UNPAID -> reader.tooMuch(RowErrorCode.AMOUNT_ABOVE_UNPAID, decided.most());
		}
	}

	@Override
	public @Nullable NewPosting read(RowReader reader) {
		String reference = reader.reference("posting_reference");
		String payment = reader.optional("payment_reference", LONGEST_NUMBER);
		String bill = reader.required("bill_number", LONGEST_NUMBER);
		LocalDate postedOn = reader.date("posted_on");
		long amount = reader.amount("amount");
		if (reader.isGood() && postedOn.isAfter(this.calendar.today())) {
			reader.wrong("posted_on", RowErrorCode.DATE_IN_FUTURE, this.calendar.today().toString());
		}
		if (reader.isGood() && amount <= 0) {
			reader.wrong("amount", RowErrorCode.AMOUNT_NOT_POSITIVE);
		}
		return reader.isGood() ? new NewPosting(reference, payment.isEmpty() ? null : new PaymentReference(payment),
				new BillNumber(bill), postedOn, new Money(amount, this.settings.currency())) : null;
	}

}
