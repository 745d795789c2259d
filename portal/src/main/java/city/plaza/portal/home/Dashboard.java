package city.plaza.portal.home;

import java.util.List;

import city.plaza.portal.account.Residents;
import city.plaza.portal.home.Summaries.Payment;
import city.plaza.portal.home.Summaries.Summary;
import city.plaza.portal.link.CustomerLink;
import org.jspecify.annotations.Nullable;

/**
 * What a resident's home page shows. A part is null while its service cannot respond.
 *
 * @param summary what is owed and due
 * @param payments the latest, newest first
 * @param links the linked accounts
 * @param resident who it is
 */
record Dashboard(@Nullable Summary summary, @Nullable List<Payment> payments, @Nullable List<CustomerLink> links,
		Residents.@Nullable Resident resident) {

	/** Whether the resident has yet to link an account, before anything else. */
	public boolean begins() {
		return this.links != null && this.links.isEmpty();
	}

	/**
	 * The figures of a linked account.
	 * @param customerNumber the Customer ID
	 * @return null where billing does not respond, or has yet to learn of the link
	 */
	public Summaries.@Nullable Customer figures(String customerNumber) {
		return (this.summary == null) ? null
				: this.summary.customers()
					.stream()
					.filter((customer) -> customer.customerNumber().equals(customerNumber))
					.findFirst()
					.orElse(null);
	}

	/** Null where billing does not respond. */
	public @Nullable MonthChart chart() {
		return (this.summary != null) ? MonthChart.of(this.summary.months()) : null;
	}

}
