package city.plaza.portal.link;

import java.util.List;

import city.plaza.portal.page.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** account-link-service's links of the visitor. */
@HttpExchange("/api/v1/customer-links")
public interface CustomerLinks {

	/** All of the visitor's links. */
	@GetExchange
	Mono<Page> all();

	/**
	 * Links a customer account.
	 * @param request as typed
	 * @return the new link
	 */
	@PostExchange
	Mono<CustomerLink> link(@RequestBody LinkRequest request);

	/**
	 * Removes a link.
	 * @param id of the link
	 * @return completes when it is removed
	 */
	@DeleteExchange("/{id}")
	Mono<Void> remove(@PathVariable String id);

	/**
	 * The links.
	 *
	 * @param items in the service's order
	 */
	record Page(List<CustomerLink> items) {
	}

	/**
	 * What a resident types to link an account.
	 *
	 * @param number customer number or account number
	 * @param name as printed on the bill
	 * @param bill a second proof, where the service asked for one
	 */
	record LinkRequest(@Nullable String number, @Nullable String name,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bill bill) {
	}

	/**
	 * What stands on a bill.
	 *
	 * @param number of the bill
	 * @param amount of all its charges
	 */
	record Bill(String number, Money amount) {
	}

}
