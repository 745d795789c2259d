package city.plaza.billing.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose the account numbers of an import are, while customers claim them one by one. */
final class AccountNumbers {

	private final Map<AccountNumber, CustomerNumber> moving;

	private final Map<AccountNumber, CustomerNumber> owners;

	/**
	 * Begins.
	 * @param owners as they are known
	 * @param moving those whose owner gives them up, with that owner
	 */
	AccountNumbers(Map<AccountNumber, CustomerNumber> owners, Map<AccountNumber, CustomerNumber> moving) {
		this.owners = new HashMap<>(owners);
		this.moving = moving;
	}

	/**
	 * The first account number of a customer that is another's who does not give it up.
	 */
	Optional<AccountNumber> clash(Customer customer) {
		return customer.accountNumbers().stream().filter((account) -> {
			CustomerNumber owner = this.owners.getOrDefault(account, customer.number());
			return !owner.equals(customer.number()) && !owner.equals(this.moving.get(account));
		}).findFirst();
	}

	void claim(Customer customer) {
		customer.accountNumbers().forEach((account) -> this.owners.put(account, customer.number()));
	}

	/**
	 * A customer without the account numbers that others have claimed; empty where it
	 * lost none.
	 */
	Optional<Customer> left(Customer customer) {
		List<AccountNumber> kept = customer.accountNumbers()
			.stream()
			.filter((account) -> this.owners.getOrDefault(account, customer.number()).equals(customer.number()))
			.toList();
		return (kept.size() == customer.accountNumbers().size()) ? Optional.empty() : Optional
			.of(new Customer(customer.number(), kept, customer.name(), customer.address(), customer.location()));
	}

}
