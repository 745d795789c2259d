package city.plaza.billing.finance;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.LedgerHistory;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.AdjustBills;
import city.plaza.billing.payment.Decided;
import city.plaza.billing.payment.NewPosting;
import city.plaza.billing.payment.PostPayments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The rows of postings and adjustments, before the ledger is asked. */
class EntryRowsTests {

	/** Late in the evening in the city, the next day in Greenwich. */
	private static final CityCalendar CALENDAR = LedgerHistory.calendar(Instant.parse("2026-03-04T04:30:00Z"),
			ZoneId.of("America/Chicago"));

	private static final BillSettings SETTINGS = new BillSettings(new BillSettings.BillYears(2015, 2026), "USD");

	private final ImportPostings postings = new ImportPostings(null, SETTINGS, CALENDAR);

	private final ImportAdjustments adjustments = new ImportAdjustments(null, SETTINGS, CALENDAR);

	@Test
	void readsAPosting() {
		assertThat(this.postings.read(posting("P1|PLZ-7K4M-92QX|62825|2026-03-03|250.00|USD")))
			.isEqualTo(new NewPosting("P1", new PaymentReference("PLZ-7K4M-92QX"), new BillNumber("62825"),
					LocalDate.of(2026, 3, 3), new Money(25_000, "USD")));
		assertThat(this.postings.read(posting("P1||62825|2026-03-03|0.01|USD"))).isNotNull()
			.extracting(NewPosting::paymentReference)
			.isNull();
	}

	@ParameterizedTest(name = "{0}: {1} of {2}")
	@CsvSource({ "P1||62825|2026-03-04|1.00|USD, date-in-future, posted_on",
			"P1||62825|2026-03-03|0.00|USD, " + "amount-not-positive, amount",
			"P1||62825|2026-03-03|-1.00|USD, amount-not-positive, amount",
			"||62825|2026-03-03|1.00|USD, required, posting_reference",
			"P1|||2026-03-03|1.00|USD, required, bill_number",
			"P1||62825|2026-03-03|1.00|EUR, wrong-currency, currency",
			"P1||62825|2026-02-29|1.00|USD, invalid-date, posted_on",
			"P1||62825|2026-03-03|1.00, wrong-column-count, row",
			"P1||62825|2026-03-03|1.00|USD|, wrong-column-count, row",
			"P123456789012345678901234567890123456789X||62825|2026-03-03|1.00|USD, too-long, posting_reference",
			"P1|PLZ-7K4M-92QX-PLZ-7K4M-92QX-PLZ-7K4M-92QX|62825|2026-03-03|1.00|USD, too-long, payment_reference",
			"P1/credit||62825|2026-03-03|1.00|USD, reserved-reference, posting_reference" })
	void refusesAPosting(String row, String code, String field) {
		RowReader reader = posting(row);
		assertThat(this.postings.read(reader)).isNull();
		assertThat(reader.errors()).extracting((error) -> error.code().code(), RowError::field)
			.contains(tuple(code, field));
	}

	@ParameterizedTest(name = "{0} of {1}: {2}")
	@CsvSource({ "adjustment, -1.00, ", "adjustment, 1.00, ", "adjustment, 0.00, wrong-sign", "waiver, -1.00, ",
			"waiver, 0.00, wrong-sign", "waiver, 1.00, wrong-sign", "interest, 1.00, ", "interest, 0.00, wrong-sign",
			"interest, -1.00, wrong-sign", "penalty, 1.00, ", "penalty, -1.00, wrong-sign", "fee, 1.00, ",
			"fee, -1.00, wrong-sign", "posting, 1.00, unknown-kind", "credit, -1.00, unknown-kind",
			"Waiver, -1.00, unknown-kind", "'', 1.00, required", "reversal, 1.00, reversal-without-posting" })
	void anAdjustmentAddsOrTakesOffAsItsKindSays(String kind, String amount, @Nullable String code) {
		RowReader reader = adjustment("A1|" + kind + "|62825|2026-03-03|" + amount + "|USD||as agreed");
		NewAdjustment read = this.adjustments.read(reader);
		assertThat(reader.errors()).extracting((error) -> error.code().code())
			.isEqualTo((code != null) ? List.of(code) : List.of());
		assertThat(read != null).isEqualTo(code == null);
	}

	@Test
	void tellsAnAdjustmentOfNothingWhatIsWrongWithIt() {
		RowReader reader = adjustment("A1|adjustment|62825|2026-03-03|0.00|USD||");
		this.adjustments.read(reader);
		assertThat(reader.errors()).singleElement()
			.extracting(RowError::message, RowError::value, RowError::expected)
			.containsExactly("The amount of this kind must be nonzero.", "0.00", List.of("nonzero"));
	}

	@Test
	void readsAReversalWithThePostingThatItUndoes() {
		assertThat(this.adjustments.read(adjustment("R1|reversal|62825|2026-03-03|250.00|USD|P1|")))
			.isEqualTo(new NewAdjustment("R1", EntryKind.REVERSAL, new BillNumber("62825"), LocalDate.of(2026, 3, 3),
					new Money(25_000, "USD"), "P1", null));
	}

	@ParameterizedTest(name = "{0}: {1} of {2}")
	@CsvSource({ "R1|reversal|62825|2026-03-03|-1.00|USD|P1|, wrong-sign, amount",
			"F1|fee|62825|2026-03-03|1.00|USD|P1|, reversal-without-posting, reverses",
			"F1|fee|62825|2026-03-04|1.00|USD||, date-in-future, effective_on",
			"F1|fee|62825|2026-03-03|1.00|USD|, wrong-column-count, row",
			"F1/credit|fee|62825|2026-03-03|1.00|USD||, reserved-reference, adjustment_reference" })
	void refusesAnAdjustment(String row, String code, String field) {
		RowReader reader = adjustment(row);
		assertThat(this.adjustments.read(reader)).isNull();
		assertThat(reader.errors()).extracting((error) -> error.code().code(), RowError::field)
			.contains(tuple(code, field));
	}

	@ParameterizedTest
	@EnumSource
	void everyOutcomeOfAPostingIsReported(PostPayments.Outcome outcome) {
		RowReader reader = posting("P1||62825|2026-03-03|1.00|USD");
		Report report = new Report();
		this.postings.report(reader, new Decided<>(outcome, new Money(99, "USD")), report);
		boolean isTaken = outcome == PostPayments.Outcome.POSTED || outcome == PostPayments.Outcome.UNCHANGED;
		assertReported(reader, report, isTaken, ImportKind.POSTINGS);
	}

	@ParameterizedTest
	@EnumSource
	void everyOutcomeOfAnAdjustmentIsReported(AdjustBills.Outcome outcome) {
		RowReader reader = adjustment("F1|fee|62825|2026-03-03|1.00|USD||");
		Report report = new Report();
		this.adjustments.report(reader, new Decided<>(outcome, new Money(99, "USD")), report);
		boolean isTaken = outcome == AdjustBills.Outcome.BOOKED || outcome == AdjustBills.Outcome.UNCHANGED;
		assertReported(reader, report, isTaken, ImportKind.ADJUSTMENTS);
	}

	@Test
	void reportsEachRowOnceAndBooksTheGoodOnesInTheirOrder() {
		List<List<Row>> groups = List.of(
				List.of(row(ImportKind.POSTINGS, 2, "P1||1|2026-03-03|1.00|USD"),
						row(ImportKind.POSTINGS, 3, "P2||1|2026-03-03|bad|USD")),
				List.of(), List.of(row(ImportKind.POSTINGS, 4, "P3||2|2026-03-03|3.00|USD"),
						row(ImportKind.POSTINGS, 5, "P4||2|2026-03-03|4.00|USD")));
		List<String> booked = new ArrayList<>();
		Report report = new Report();
		SingleRows.take(groups, report, this.postings, (good) -> {
			good.forEach((posting) -> booked.add(posting.reference()));
			return Mono.just(List.of(Decided.of(PostPayments.Outcome.POSTED),
					Decided.of(PostPayments.Outcome.UNKNOWN_BILL), Decided.of(PostPayments.Outcome.UNCHANGED)));
		}).block();
		assertThat(booked).containsExactly("P1", "P3", "P4");
		assertThat(List.of(report.accepted(), report.unchanged(), report.rejected())).containsExactly(1, 1, 2);
		assertThat(report.errors()).extracting(RowError::line, (error) -> error.code().code())
			.containsExactly(tuple(3, "invalid-amount"), tuple(4, "unknown-bill"));
	}

	private static void assertReported(RowReader reader, Report report, boolean isTaken, ImportKind kind) {
		assertThat(report.accepted() + report.unchanged()).isEqualTo(isTaken ? 1 : 0);
		assertThat(reader.isGood()).isEqualTo(isTaken);
		assertThat(reader.errors()).allSatisfy((error) -> {
			assertThat(kind.columns()).contains(error.field());
			assertThat(error.message()).endsWith(".");
		});
	}

	private RowReader posting(String row) {
		return this.postings.reader(row(ImportKind.POSTINGS, 2, row));
	}

	private RowReader adjustment(String row) {
		return this.adjustments.reader(row(ImportKind.ADJUSTMENTS, 2, row));
	}

	private static Row row(ImportKind kind, int line, String fields) {
		List<String> read = List.of(fields.split("\\|", -1));
		return new Row(line, kind.keyOf(read), read, false);
	}

}
