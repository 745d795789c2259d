package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import city.plaza.billing.ledger.accrual.BillHistory.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccrualPoliciesTests {

	private static final LocalDate PAY_BY = LocalDate.of(2026, 1, 31);

	private static final SimpleInterest NINE_PERCENT = new SimpleInterest(new BigDecimal("9"));

	private static final SteppedInterest STEPPED = new SteppedInterest(
			List.of(new SteppedInterest.Step(1, new BigDecimal("0.5")), new SteppedInterest.Step(91, BigDecimal.ONE)));

	@ParameterizedTest(name = "{0} days late: {1}")
	@CsvSource({ "-10, 0", "0, 0", "1, 6", "2, 12", "30, 185", "365, 2250", "730, 4500" })
	void simpleInterestCountsEachDay(int daysLate, long interest) {
		assertThat(NINE_PERCENT.accrued(bill(25_000), PAY_BY.plusDays(daysLate))).isEqualTo(interest);
	}

	@Test
	void simpleInterestFollowsWhatIsUnpaid() {
		// 250.00 for 10 days, 100.00 for 20, then nothing: 9 % of 4,500.00 dollar-days a
		// year.
		BillHistory history = bill(25_000, paid(11, 15_000), paid(31, 10_000));
		assertThat(NINE_PERCENT.accrued(history, PAY_BY.plusDays(30))).isEqualTo(111);
		assertThat(NINE_PERCENT.accrued(history, PAY_BY.plusDays(400))).isEqualTo(111);
	}

	@Test
	void whatWasPaidInTimeOrBeforeTheLastDayCostsNothing() {
		BillHistory history = bill(25_000, paid(0, 25_000));
		assertThat(NINE_PERCENT.accrued(history, PAY_BY.plusDays(100))).isZero();
		assertThat(STEPPED.accrued(history, PAY_BY.plusDays(100))).isZero();
		assertThat(new LatePenalty(BigDecimal.ZERO, 2500).accrued(history, PAY_BY.plusDays(100))).isZero();
	}

	@ParameterizedTest(name = "{0} days late: {1}")
	@CsvSource({ "0, 0", "1, 125", "30, 125", "31, 250", "90, 375", "91, 625", "120, 625", "121, 875" })
	void steppedInterestCountsEachPeriodBegunAtItsRate(int daysLate, long interest) {
		assertThat(STEPPED.accrued(bill(25_000), PAY_BY.plusDays(daysLate))).isEqualTo(interest);
	}

	@Test
	void steppedInterestFollowsWhatIsUnpaidHoweverFarTheDay() {
		BillHistory history = bill(25_000, paid(40, 15_000), paid(200, 4_000));
		long expected = 0;
		for (int day = 1; day <= 5_000; day += 30) {
			long unpaid = (day < 40) ? 25_000 : (day < 200) ? 10_000 : 6_000;
			expected += unpaid * ((day < 91) ? 5 : 10);
		}
		assertThat(STEPPED.accrued(history, PAY_BY.plusDays(5_000))).isEqualTo(Math.round(expected / 1000.0));
		assertThat(STEPPED.accrued(history, LocalDate.of(2999, 12, 31))).isPositive();
	}

	@Test
	void stepsBeginOnDayOneAndGoUp() {
		assertThatThrownBy(() -> new SteppedInterest(List.of())).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new SteppedInterest(List.of(new SteppedInterest.Step(2, BigDecimal.ONE))))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new SteppedInterest(
				List.of(new SteppedInterest.Step(1, BigDecimal.ONE), new SteppedInterest.Step(1, BigDecimal.TEN))))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest(name = "{0} days late: {1}")
	@CsvSource({ "0, 0", "1, 5000", "1000, 5000" })
	void aPenaltyIsChargedOnce(int daysLate, long penalty) {
		assertThat(new LatePenalty(BigDecimal.TEN, 2500).accrued(bill(25_000), PAY_BY.plusDays(daysLate)))
			.isEqualTo(penalty);
	}

	@Test
	void aPenaltyStaysWhereTheBillIsPaidLate() {
		assertThat(new LatePenalty(BigDecimal.TEN, 0).accrued(bill(25_000, paid(5, 25_000)), PAY_BY.plusDays(9)))
			.isEqualTo(2500);
	}

	@Test
	void thePoliciesOfATypeAddUp() {
		AccrualPolicies both = new AccrualPolicies(List.of(NINE_PERCENT, new LatePenalty(BigDecimal.ZERO, 2500)));
		assertThat(both.accrued(bill(25_000), PAY_BY.plusDays(365))).isEqualTo(4750);
		assertThat(AccrualPolicies.NONE.accrued(bill(25_000), PAY_BY.plusDays(365))).isZero();
	}

	@Test
	void whatFinanceHasChargedCountsOnceAndBearsNoInterest() {
		AccrualPolicies policies = new AccrualPolicies(List.of(NINE_PERCENT));
		BillHistory history = bill(25_000, new Change(PAY_BY.plusDays(200), -1000, true));
		assertThat(policies.accrued(history, PAY_BY.plusDays(199))).isEqualTo(1227);
		assertThat(policies.accrued(history, PAY_BY.plusDays(365))).isEqualTo(1250);
		BillHistory more = bill(25_000, new Change(PAY_BY.plusDays(2), -9999, true));
		assertThat(policies.accrued(more, PAY_BY.plusDays(10))).isZero();
	}

	@Test
	void aLargeBillForALongTimeStillFits() {
		assertThat(NINE_PERCENT.accrued(bill(99_999_999_999L), PAY_BY.plusYears(100))).isPositive();
	}

	private static BillHistory bill(long charged, Change... changes) {
		return new BillHistory(PAY_BY, charged, Arrays.asList(changes));
	}

	private static Change paid(int daysLate, long cents) {
		return new Change(PAY_BY.plusDays(daysLate), cents, false);
	}

}
