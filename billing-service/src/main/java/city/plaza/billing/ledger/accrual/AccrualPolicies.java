package city.plaza.billing.ledger.accrual;

import java.time.LocalDate;
import java.util.List;

/**
 * The policies of a bill type.
 *
 * @param policies none for a type whose bills cost the same whenever they are paid
 */
public record AccrualPolicies(List<AccrualPolicy> policies) {

	/** Of a type whose bills cost the same whenever they are paid. */
	public static final AccrualPolicies NONE = new AccrualPolicies(List.of());

	public AccrualPolicies {
		policies = List.copyOf(policies);
	}

	public boolean isEmpty() {
		return this.policies.isEmpty();
	}

	/**
	 * What has accrued beside what is unpaid. What finance has charged of it by an entry
	 * is part of what is unpaid and does not count a second time.
	 * @param history of the bill
	 * @param asOf the day at whose end it is asked
	 * @return minor units, zero or more
	 */
	public long accrued(BillHistory history, LocalDate asOf) {
		long accrued = this.policies.stream().mapToLong((policy) -> policy.accrued(history, asOf)).sum();
		return Math.max(0, accrued - history.assessedBy(asOf));
	}

}
