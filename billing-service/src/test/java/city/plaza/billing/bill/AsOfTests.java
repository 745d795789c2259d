package city.plaza.billing.bill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Random;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.LedgerHistory;
import city.plaza.billing.money.Money;
import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a request for bills says of its day and its page. */
class AsOfTests {

	private final AsOf asOf = new AsOf(
			LedgerHistory.calendar(Instant.parse("2026-03-04T04:30:00Z"), ZoneId.of("America/Chicago")));

	@ParameterizedTest
	@NullAndEmptySource
	void isTodayInTheCityUnlessAsked(@Nullable String asked) {
		assertThat(this.asOf.read(asked)).isEqualTo(LocalDate.of(2026, 3, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1900-01-01", "2999-12-31", "2024-02-29", "2026-03-03" })
	void isAnyDayOfTheseCenturies(String asked) {
		assertThat(this.asOf.read(asked)).isEqualTo(LocalDate.parse(asked));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1899-12-31", "3000-01-01", "2023-02-29", "2026-3-3", "03/03/2026", " ", "today",
			"2026-03-03 ", "+999999999-12-31", "-999999999-01-01", "2026-03-03T00:00Z", "\u0662026-03-03", "20260303" })
	void refusesWhatIsNone(String asked) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.asOf.read(asked))
			.satisfies((refused) -> {
				assertThat(refused.problem().code()).isEqualTo("invalid-date");
				assertThat(refused.problem().field()).isEqualTo("asOf");
			});
	}

	@Test
	void aPageGoesOnWhereTheOneBeforeEnded() {
		Random random = new Random(7);
		for (int i = 0; i < 500; i++) {
			BillCursor cursor = new BillCursor(LocalDate.ofEpochDay(random.nextLong(-25_567, 376_200)),
					"B " + random.nextInt() + "\uD83C\uDF33/?&=%");
			assertThat(BillCursor.read(cursor.text())).isEqualTo(cursor);
			assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
		}
	}

	@ParameterizedTest
	@NullAndEmptySource
	void theFirstPageBeginsBeforeEveryBill(@Nullable String text) {
		BillCursor beginning = BillCursor.read(text);
		assertThat(beginning.payBy()).isAfter(LocalDate.of(2999, 12, 31));
		assertThat(beginning.billNumber()).isEmpty();
	}

	/** The database knows no day far from ours: such a cursor was never given. */
	@ParameterizedTest
	@CsvSource({ "2021-07-02", "2021-07-02|", "|62825", "2021-02-30|62825", "62825|2021-07-02",
			"+999999999-12-31|62825", "-999999999-01-01|62825", "+10000-01-01|62825", "2021-07-02|6\u00002",
			"2021-07-02|6\u00852" })
	void refusesAPlaceThatItNeverGave(String plain) {
		String text = Base64.getUrlEncoder().encodeToString(plain.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> BillCursor.read(text))
			.satisfies((refused) -> assertThat(refused.problem().code()).isEqualTo("invalid-cursor"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "%", "\u00E9", "a b", "MjAyMS0wNy0wMgo2MjgyNQ=====", "\uD83C\uDF33" })
	void refusesWhatIsNoPlaceAtAll(String text) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> BillCursor.read(text))
			.satisfies((refused) -> assertThat(refused.problem().code()).isEqualTo("invalid-cursor"));
	}

	@Test
	void whatHasAccruedIsDueBesideWhatIsUnpaid() {
		BillPage.Item item = new BillPage.Item(new BillNumber("1"), new BillTypeCode("RENTAL"), "Rental inspections",
				2021, LocalDate.of(2021, 7, 2), usd(100), usd(100), true);
		assertThat(item.with(usd(7)).balanceDue()).isEqualTo(usd(107));
		assertThat(item.with(usd(7))).usingRecursiveComparison().ignoringFields("balanceDue").isEqualTo(item);
		assertThat(item.with(usd(7)).with(usd(9)).balanceDue()).isEqualTo(usd(109));
	}

	private static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}
