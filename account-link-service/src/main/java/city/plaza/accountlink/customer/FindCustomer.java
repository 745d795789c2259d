package city.plaza.accountlink.customer;

import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds whom a typed number means. The work is the same whether the number exists or not,
 * and whether the name is right or not.
 */
@Component
public class FindCustomer {

	/** Compared with where the number is unknown, so that this takes no less work. */
	private static final Customers.Candidate UNKNOWN = new Customers.Candidate(
			new Customer(new CustomerNumber(""), "NO CUSTOMER OF THIS NUMBER", ""), false, false);

	private final Customers customers;

	FindCustomer(Customers customers) {
		this.customers = customers;
	}

	/**
	 * Looks a number up and compares the name.
	 * @param number a customer number or an account number; one that matches only without
	 * its spaces and dashes must then mean one customer
	 * @param name as typed
	 * @return what was found
	 */
	public Mono<Finding> find(NumberTyped number, NameOnFile name) {
		return this.customers.candidates(number).collectList().map((all) -> decide(asTyped(all), name));
	}

	private static List<Customers.Candidate> asTyped(List<Customers.Candidate> all) {
		List<Customers.Candidate> exact = all.stream().filter(Customers.Candidate::exact).toList();
		if (!exact.isEmpty()) {
			return exact;
		}
		return (all.stream().map(Customers.Candidate::customer).distinct().count() == 1) ? all : List.of();
	}

	private static Finding decide(List<Customers.Candidate> candidates, NameOnFile name) {
		List<Customers.Candidate> compared = candidates.isEmpty() ? List.of(UNKNOWN) : candidates;
		List<Customers.Candidate> named = compared.stream()
			.filter((candidate) -> NameOnFile.of(candidate.customer().name()).isSameAs(name))
			.filter((candidate) -> !UNKNOWN.equals(candidate))
			.toList();
		return new Finding(preferred(candidates).or(() -> any(candidates)), preferred(named).or(() -> only(named)));
	}

	/** The customer number itself goes before an account number that reads the same. */
	private static Optional<Customer> preferred(List<Customers.Candidate> candidates) {
		return any(candidates.stream().filter(Customers.Candidate::byCustomerNumber).toList());
	}

	private static Optional<Customer> any(List<Customers.Candidate> candidates) {
		return candidates.stream().map(Customers.Candidate::customer).findFirst();
	}

	private static Optional<Customer> only(List<Customers.Candidate> candidates) {
		List<Customer> customers = candidates.stream().map(Customers.Candidate::customer).distinct().toList();
		return (customers.size() == 1) ? Optional.of(customers.getFirst()) : Optional.empty();
	}

	/**
	 * What a number and a name lead to.
	 *
	 * @param meant whom the number means; failed tries count against this customer
	 * @param proven the customer, if the name is right too
	 */
	public record Finding(Optional<Customer> meant, Optional<Customer> proven) {
	}

}
