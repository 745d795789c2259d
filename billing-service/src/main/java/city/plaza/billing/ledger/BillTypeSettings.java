package city.plaza.billing.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import city.plaza.billing.ledger.accrual.AccrualPolicies;
import city.plaza.billing.ledger.accrual.AccrualPolicy;
import city.plaza.billing.ledger.accrual.LatePenalty;
import city.plaza.billing.ledger.accrual.SimpleInterest;
import city.plaza.billing.ledger.accrual.SteppedInterest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The kinds of bills the city sends.
 *
 * @param types at least one; a type that is left out stays known to the bills that have
 * it
 */
@Validated
@ConfigurationProperties("plaza.billing.bill-types")
record BillTypeSettings(@NotEmpty List<@Valid TypeSettings> types) {

	/**
	 * A bill type.
	 *
	 * @param code as the city's financial software writes it
	 * @param name as residents read it
	 * @param partPayment whether its bills may be paid in parts
	 * @param accruals what a bill of it costs beside its charges when it is paid late
	 */
	record TypeSettings(@NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 200) String name,
			boolean partPayment, @DefaultValue List<@Valid AccrualSettings> accruals) {

		AccrualPolicies policies() {
			return new AccrualPolicies(this.accruals.stream().map(AccrualSettings::policy).toList());
		}

	}

	/**
	 * An accrual policy; which of the others it needs depends on its kind.
	 *
	 * @param percent a year of simple interest; of what is unpaid of a penalty
	 * @param amount of a penalty, in minor units
	 * @param steps of stepped interest
	 */
	record AccrualSettings(@NotNull Kind kind, @Nullable @Positive BigDecimal percent, @Nullable @Min(1) Long amount,
			@DefaultValue List<@Valid StepSettings> steps) {

		enum Kind {

			SIMPLE_INTEREST, STEPPED_INTEREST, PENALTY

		}

		@AssertTrue(message = "simple-interest needs percent, stepped-interest steps, penalty percent or amount, "
				+ "and none of them anything else")
		boolean isWhole() {
			return switch (this.kind) {
				// Reported as a kind that is missing.
				case null -> true;
				case SIMPLE_INTEREST -> this.percent != null && this.amount == null && this.steps.isEmpty();
				case STEPPED_INTEREST -> this.percent == null && this.amount == null && !this.steps.isEmpty();
				case PENALTY -> (this.percent != null || this.amount != null) && this.steps.isEmpty();
			};
		}

		AccrualPolicy policy() {
			return switch (this.kind) {
				case SIMPLE_INTEREST -> new SimpleInterest(Objects.requireNonNull(this.percent));
				case STEPPED_INTEREST -> new SteppedInterest(this.steps.stream()
					.map((step) -> new SteppedInterest.Step(step.fromDay(), step.percent()))
					.toList());
				case PENALTY -> new LatePenalty(Objects.requireNonNullElse(this.percent, BigDecimal.ZERO),
						Objects.requireNonNullElse(this.amount, 0L));
			};
		}

	}

	/**
	 * A step of interest.
	 *
	 * @param fromDay the first day after the pay-by date, from 1
	 * @param percent for each 30 days begun
	 */
	record StepSettings(@Min(1) int fromDay, @NotNull @Positive BigDecimal percent) {
	}

}
