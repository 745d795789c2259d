package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import city.plaza.billing.ledger.accrual.BillHistory.Change;
import city.plaza.billing.ledger.accrual.SteppedInterest.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policies against a reader of the rules who goes through a bill's life day by day
 * and knows no shortcut.
 */
class AccrualHistoriesTests {

	/** Two years with a leap day, so that every period crosses it sooner or later. */
	private static final LocalDate PAY_BY = LocalDate.of(2023, 9, 30);

	private static final int DAYS = 800;

	static LongStream seeds() {
		return LongStream.range(0, 100);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void simpleInterestIsThatOfEveryDayAddedUp(long seed) {
		Random random = new Random(seed);
		BillHistory history = history(random);
		BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(3_000), 2);
		SimpleInterest interest = new SimpleInterest(percent);
		long unpaidDays = 0;
		for (int day = 0; day <= DAYS; day++) {
			LocalDate asOf = PAY_BY.plusDays(day);
			unpaidDays += (day > 0) ? unpaid(history, asOf) : 0;
			assertThat(interest.accrued(history, asOf)).as(asOf.toString())
				.isEqualTo(BigDecimal.valueOf(unpaidDays)
					.multiply(percent)
					.divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP)
					.longValueExact());
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void steppedInterestIsThatOfEveryPeriodBegun(long seed) {
		Random random = new Random(seed);
		BillHistory history = history(random);
		List<Step> steps = steps(random);
		SteppedInterest interest = new SteppedInterest(steps);
		BigDecimal sum = BigDecimal.ZERO;
		for (int day = 0; day <= DAYS; day++) {
			LocalDate asOf = PAY_BY.plusDays(day);
			if (day % 30 == 1) {
				sum = sum.add(rate(steps, day).multiply(BigDecimal.valueOf(unpaid(history, asOf))));
			}
			assertThat(interest.accrued(history, asOf)).as(asOf.toString())
				.isEqualTo(sum.divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP).longValueExact());
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void nothingThatAccruedIsEverLessOnALaterDay(long seed) {
		Random random = new Random(seed);
		BillHistory history = history(random);
		List<AccrualPolicy> policies = List.of(new SimpleInterest(new BigDecimal("9")),
				new SteppedInterest(steps(random)), new LatePenalty(new BigDecimal("2.5"), random.nextInt(5_000)));
		for (AccrualPolicy policy : policies) {
			long before = 0;
			for (int day = -40; day <= DAYS; day += 7) {
				long accrued = policy.accrued(history, PAY_BY.plusDays(day));
				assertThat(accrued).isGreaterThanOrEqualTo(before);
				assertThat((day > 0) ? 0 : accrued).isZero();
				before = accrued;
			}
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theOrderInWhichChangesWereImportedDoesNotMatter(long seed) {
		Random random = new Random(seed);
		BillHistory history = history(random);
		List<Change> shuffled = new ArrayList<>(history.changes());
		Collections.shuffle(shuffled, random);
		BillHistory other = new BillHistory(PAY_BY, history.charged(), shuffled);
		AccrualPolicies policies = new AccrualPolicies(List.of(new SimpleInterest(new BigDecimal("9")),
				new SteppedInterest(steps(random)), new LatePenalty(BigDecimal.TEN, 100)));
		for (int day = -5; day <= DAYS; day += 31) {
			LocalDate asOf = PAY_BY.plusDays(day);
			assertThat(policies.accrued(other, asOf)).isEqualTo(policies.accrued(history, asOf)).isNotNegative();
		}
	}

	@ParameterizedTest(name = "{0} cents at {1} %: {2}")
	@CsvSource({ "100, 0.49, 0", "100, 0.5, 1", "100, 0.50, 1", "299, 0.5, 1", "300, 0.5, 2", "1, 49.999999, 0",
			"1, 50, 1", "0, 100, 0", "99999999999, 100, 99999999999" })
	void aPercentageIsRoundedHalfUp(long cents, BigDecimal percent, long expected) {
		assertThat(new LatePenalty(percent, 0).accrued(new BillHistory(PAY_BY, cents, List.of()), PAY_BY.plusDays(1)))
			.isEqualTo(expected);
	}

	@ParameterizedTest(name = "paid on day {0}: {1}")
	@CsvSource({ "-1, 0", "0, 0", "1, 0", "2, 2500" })
	void aPenaltyLooksAtTheEndOfTheFirstLateDay(int day, long penalty) {
		BillHistory history = new BillHistory(PAY_BY, 10_000, List.of(paid(day, 10_000)));
		assertThat(new LatePenalty(BigDecimal.ZERO, 2_500).accrued(history, PAY_BY.plusDays(90))).isEqualTo(penalty);
	}

	@ParameterizedTest(name = "paid by {0} and reversed on {1}: {2}")
	@CsvSource({ "-5, -1, 2500", "-5, 1, 2500", "-5, 2, 0", "1, 1, 2500" })
	void aReversedPaymentLeavesTheBillAsLateAsItWas(int paid, int reversed, long penalty) {
		BillHistory history = new BillHistory(PAY_BY, 10_000, List.of(paid(paid, 10_000), paid(reversed, -10_000)));
		assertThat(new LatePenalty(BigDecimal.ZERO, 2_500).accrued(history, PAY_BY.plusDays(90))).isEqualTo(penalty);
	}

	/** What is unpaid is never less than nothing, and is what the rules count on. */
	private static long unpaid(BillHistory history, LocalDate day) {
		long unpaid = history.charged();
		for (Change change : history.changes()) {
			unpaid -= (!change.isAccrual() && !change.on().isAfter(day)) ? change.takenOff() : 0;
		}
		return Math.max(unpaid, 0);
	}

	private static BigDecimal rate(List<Step> steps, int day) {
		return steps.stream().filter((step) -> step.fromDay() <= day).toList().getLast().percent();
	}

	private static BillHistory history(Random random) {
		List<Change> changes = new ArrayList<>();
		for (int at = random.nextInt(8); at > 0; at--) {
			changes.add(new Change(PAY_BY.plusDays(random.nextInt(-60, DAYS)), random.nextInt(-10_000, 20_000),
					random.nextInt(5) == 0));
		}
		return new BillHistory(PAY_BY, random.nextInt(50_000), changes);
	}

	private static List<Step> steps(Random random) {
		List<Step> steps = new ArrayList<>();
		for (int from = 1; from < 400; from += 1 + random.nextInt(200)) {
			steps.add(new Step(from, BigDecimal.valueOf(1 + random.nextInt(300), 2)));
		}
		return steps;
	}

	private static Change paid(int day, long cents) {
		return new Change(PAY_BY.plusDays(day), cents, false);
	}

}
