package city.plaza.billing.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillTypeSettings.AccrualSettings;
import city.plaza.billing.ledger.BillTypeSettings.AccrualSettings.Kind;
import city.plaza.billing.ledger.BillTypeSettings.StepSettings;
import city.plaza.billing.ledger.BillTypeSettings.TypeSettings;
import city.plaza.billing.ledger.accrual.LatePenalty;
import city.plaza.billing.ledger.accrual.SimpleInterest;
import city.plaza.billing.ledger.accrual.SteppedInterest;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What an operator may write about bills, and what is refused at the start. */
class BillTypeSettingsTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	/** Every kind with every choice of percent, amount and steps. */
	@ParameterizedTest(name = "{0} with percent {1}, amount {2}, {3} steps: {4}")
	@CsvSource({ "SIMPLE_INTEREST, , , 0, false", "SIMPLE_INTEREST, 9, , 0, true", "SIMPLE_INTEREST, , 5, 0, false",
			"SIMPLE_INTEREST, 9, 5, 0, false", "SIMPLE_INTEREST, , , 1, false", "SIMPLE_INTEREST, 9, , 1, false",
			"SIMPLE_INTEREST, , 5, 1, false", "SIMPLE_INTEREST, 9, 5, 1, false", "STEPPED_INTEREST, , , 0, false",
			"STEPPED_INTEREST, 9, , 0, false", "STEPPED_INTEREST, , 5, 0, false", "STEPPED_INTEREST, 9, 5, 0, false",
			"STEPPED_INTEREST, , , 1, true", "STEPPED_INTEREST, 9, , 1, false", "STEPPED_INTEREST, , 5, 1, false",
			"STEPPED_INTEREST, 9, 5, 1, false", "PENALTY, , , 0, false", "PENALTY, 9, , 0, true",
			"PENALTY, , 5, 0, true", "PENALTY, 9, 5, 0, true", "PENALTY, , , 1, false", "PENALTY, 9, , 1, false",
			"PENALTY, , 5, 1, false", "PENALTY, 9, 5, 1, false" })
	void anAccrualHasWhatItsKindNeedsAndNothingElse(Kind kind, @Nullable BigDecimal percent, @Nullable Long amount,
			int steps, boolean isWhole) {
		AccrualSettings settings = accrual(kind, percent, amount, steps);
		assertThat(settings.isWhole()).isEqualTo(isWhole);
		assertThat(violations(settings)).isEqualTo(isWhole ? Set.of() : Set.of("whole"));
	}

	@Test
	void namesTheKindThatIsMissing() {
		assertThat(violations(accrual(null, BigDecimal.ONE, null, 0))).containsExactly("kind");
	}

	@ParameterizedTest
	@CsvSource({ "0, , percent", "-1, , percent", ", 0, amount", ", -5, amount" })
	void anAccrualIsMoreThanNothing(@Nullable BigDecimal percent, @Nullable Long amount, String field) {
		assertThat(violations(accrual(Kind.PENALTY, percent, amount, 0))).containsExactly(field);
	}

	@ParameterizedTest(name = "type ''{0}'' named ''{1}'': {2}")
	@CsvSource({ "CLAIMS, Claims, ", "'', Claims, code", "' ', Claims, code", "CLAIMS, '', name" })
	void aTypeHasACodeAndAName(String code, String name, @Nullable String field) {
		assertThat(violations(new TypeSettings(code, name, true, List.of())))
			.isEqualTo((field != null) ? Set.of(field) : Set.of());
		assertThat(violations(new TypeSettings("C".repeat(41), name, true, List.of()))).contains("code");
	}

	@Test
	void thereIsAtLeastOneTypeAndEachIsChecked() {
		assertThat(violations(new BillTypeSettings(List.of()))).containsExactly("types");
		TypeSettings broken = new TypeSettings("TREES", "Trees", true,
				List.of(accrual(Kind.SIMPLE_INTEREST, BigDecimal.ONE, null, 0), accrual(Kind.PENALTY, null, null, 0)));
		assertThat(violations(new BillTypeSettings(List.of(broken)))).containsExactly("types[0].accruals[1].whole");
	}

	@Test
	void makesThePolicyThatIsWritten() {
		TypeSettings type = new TypeSettings("TREES", "Trees", true,
				List.of(accrual(Kind.SIMPLE_INTEREST, BigDecimal.ONE, null, 0),
						accrual(Kind.STEPPED_INTEREST, null, null, 2), accrual(Kind.PENALTY, null, 5L, 0),
						accrual(Kind.PENALTY, BigDecimal.TEN, null, 0)));
		assertThat(type.policies().policies()).containsExactly(new SimpleInterest(BigDecimal.ONE),
				new SteppedInterest(List.of(new SteppedInterest.Step(1, BigDecimal.ONE),
						new SteppedInterest.Step(91, BigDecimal.ONE))),
				new LatePenalty(BigDecimal.ZERO, 5), new LatePenalty(BigDecimal.TEN, 0));
	}

	@Test
	void refusesStepsThatDoNotGoUp() {
		AccrualSettings down = new AccrualSettings(Kind.STEPPED_INTEREST, null, null,
				List.of(step(1), step(91), step(31)));
		assertThatIllegalArgumentException().isThrownBy(down::policy)
			.withMessageContaining("later than the one before");
	}

	@ParameterizedTest(name = "from {0} to {1}: {2}")
	@CsvSource({ "2015, 2026, ", "2026, 2026, ", "1900, 2999, ", "2027, 2026, inOrder", "1899, 2026, from",
			"2015, 3000, to" })
	void yearsAreAWindow(int from, int to, @Nullable String field) {
		assertThat(violations(new BillYears(from, to))).isEqualTo((field != null) ? Set.of(field) : Set.of());
	}

	/**
	 * Otherwise every import and every payment would fail, each with an error of ours.
	 */
	@ParameterizedTest
	@CsvSource({ "USD, true", "EUR, true", "JPY, true", "KWD, true", "ABC, false", "usd, false", "'', false",
			"US, false", "XXX, false", "XAU, false", ", false" })
	void theCurrencyIsOneThatThereIs(@Nullable String currency, boolean isGood) {
		assertThat(violations(new BillSettings(new BillYears(2015, 2026), currency)).isEmpty()).isEqualTo(isGood);
	}

	private static Set<String> violations(Object settings) {
		return VALIDATOR.validate(settings)
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
	}

	private static AccrualSettings accrual(@Nullable Kind kind, @Nullable BigDecimal percent, @Nullable Long amount,
			int steps) {
		return new AccrualSettings(kind, percent, amount, List.of(step(1), step(91)).subList(0, steps));
	}

	private static StepSettings step(int fromDay) {
		return new StepSettings(fromDay, BigDecimal.ONE);
	}

}
