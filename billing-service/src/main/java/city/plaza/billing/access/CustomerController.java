package city.plaza.billing.access;

import java.util.List;

import city.plaza.billing.customer.Address;
import city.plaza.billing.customer.Customer;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.customer.FindCustomer;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers", description = "The parties that the city bills.")
class CustomerController {

	private final ReadableCustomers readable;

	private final FindCustomer findCustomer;

	CustomerController(ReadableCustomers readable, FindCustomer findCustomer) {
		this.readable = readable;
		this.findCustomer = findCustomer;
	}

	@GetMapping("/api/v1/customers/{customerNumber}")
	@Operation(operationId = "getCustomer", summary = "A customer that the caller has linked",
			description = "404 for a customer that is not linked, just as for one that does not exist.")
	Mono<CustomerView> customer(
			@Parameter(
					description = "The Customer ID, as shown on a bill.") @PathVariable CustomerNumber customerNumber,
			Caller caller) {
		return this.readable.among(ResidentId.of(caller), List.of(customerNumber))
			.filter((customers) -> customers.contains(customerNumber))
			.flatMap((customers) -> this.findCustomer.find(customerNumber))
			.map(CustomerView::of)
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	/**
	 * A customer.
	 *
	 * @param customerNumber the Customer ID
	 * @param name as the ledger writes it
	 * @param address where bills go
	 * @param location the place or service billed
	 */
	@Schema(name = "Customer")
	record CustomerView(CustomerNumber customerNumber, String name, Address address, String location) {

		static CustomerView of(Customer customer) {
			return new CustomerView(customer.number(), customer.name(), customer.address(), customer.location());
		}

	}

}
