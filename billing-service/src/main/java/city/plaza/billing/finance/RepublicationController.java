package city.plaza.billing.finance;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.billing.customer.RepublishCustomers;
import city.plaza.platform.audit.NewEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class RepublicationController {

	/** A call of this size ends within seconds. */
	private static final int MOST = 5000;

	private final RepublishCustomers republishCustomers;

	private final Audit audit;

	RepublicationController(RepublishCustomers republishCustomers, Audit audit) {
		this.republishCustomers = republishCustomers;
		this.audit = audit;
	}

	@PostMapping("/api/v1/finance/customer-republications")
	@Operation(operationId = "republishCustomers",
			summary = "Publish the state of customers once more, for services that keep a copy",
			description = "At most 5,000 a call; call again with the `next` of the response until there is none. "
					+ "Nothing of a customer changes.")
	Mono<Republication> republish(
			@Parameter(description = "The `next` of the call before; absent for the first one.") @RequestParam(
					defaultValue = "") String after) {
		return this.republishCustomers.republish(after, MOST)
			.flatMap((progress) -> this.audit
				.record((actor) -> NewEntry.of(actor, BillingAction.CUSTOMERS_REPUBLISHED, "customers", "all")
					.with("published", progress.published()))
				.thenReturn(progress))
			.map(Republication::of);
	}

	/**
	 * What a call did.
	 *
	 * @param published how many customers
	 * @param next where the next call goes on; absent once all customers are published
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Republication(int published, @Nullable String next) {

		static Republication of(RepublishCustomers.Progress progress) {
			return new Republication(progress.published(), progress.isComplete() ? null : progress.last());
		}

	}

}
