package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.NameOnFile;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.accountlink.proof.BillTyped;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customer-links")
@Tag(name = "Customer links", description = "A resident's standing access to customer accounts.")
class LinksController {

	private final LinkCustomer linkCustomer;

	private final RemoveLink removeLink;

	private final Links links;

	LinksController(LinkCustomer linkCustomer, RemoveLink removeLink, Links links) {
		this.linkCustomer = linkCustomer;
		this.removeLink = removeLink;
		this.links = links;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "linkCustomer", summary = "Link a customer account by a number and the name on file",
			description = """
					A wrong number and a wrong name get the same response. After failed tries on a customer, with a name \
					or from one network, a bill is asked for as well: repeat the request with its number and the amount \
					of all its charges.""")
	@Problems(LinkProblems.class)
	Mono<NewLink> link(Caller caller, @Valid @RequestBody LinkBody body, ServerHttpRequest http) {
		return this.linkCustomer.link(body.request(ResidentId.of(caller), ClientAddress.of(http)))
			.flatMap(LinksController::respond);
	}

	@GetMapping
	@Operation(operationId = "listLinks", description = "There are few, so all are on one page: `next` is null.",
			summary = "The caller's linked accounts, oldest first")
	Mono<LinkList> list(Caller caller) {
		return this.links.standing(ResidentId.of(caller))
			.map((standing) -> new LinkList(standing.stream().map(LinkItem::of).toList(), null));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removeLink", summary = "Remove a link of the caller's",
			description = "From then on its bills cannot be seen or paid. 404 for another resident's link, just as for one that does not exist.")
	Mono<Void> remove(Caller caller, @Parameter(description = "The id of the link.") @PathVariable LinkId id) {
		return this.removeLink.remove(ResidentId.of(caller), id)
			.flatMap((removed) -> removed ? Mono.<Void>empty() : Mono.error(Problem.notFound()::asException));
	}

	private static Mono<NewLink> respond(LinkOutcome outcome) {
		return (outcome instanceof LinkOutcome.Linked linked) ? Mono.just(NewLink.of(linked.link()))
				: Mono.error(LinkProblems.of(outcome).asException());
	}

	/**
	 * What shows that a resident knows the account.
	 *
	 * @param number the Customer ID or an account number, as shown on a bill
	 * @param name of the customer, as shown on a bill
	 * @param bill asked for after failed tries only
	 */
	record LinkBody(
			@NotBlank(message = "Enter a customer or account number.") @Size(max = 40,
					message = "A number has at most 40 characters.") String number,
			@NotBlank(message = "Enter the name on the bill.") @Size(max = 200,
					message = "A name has at most 200 characters.") String name,
			@Nullable @Valid Bill bill) {

		LinkRequest request(ResidentId resident, ClientAddress client) {
			return new LinkRequest(resident, client, NumberTyped.of(this.number), NameOnFile.of(this.name),
					Optional.ofNullable(this.bill).map(Bill::typed));
		}

	}

	/**
	 * A bill of the customer, as a further proof.
	 *
	 * @param number printed on the bill
	 * @param amount of all its charges
	 */
	record Bill(
			@NotBlank(message = "Enter the number of the bill.") @Size(max = 40,
					message = "A bill number has at most 40 characters.") String number,
			@NotNull(message = "Enter the amount of the bill.") @Valid Money amount) {

		BillTyped typed() {
			return new BillTyped(NumberTyped.of(this.number), this.amount.amount(), this.amount.currency());
		}

	}

	/**
	 * An amount of money.
	 *
	 * @param amount in minor units (cents)
	 * @param currency by its ISO 4217 code
	 */
	record Money(@NotNull(message = "Enter the amount in minor units (cents).") @Schema(example = "25000") Long amount,
			@NotNull(message = "Enter the currency, such as USD.") @Pattern(regexp = "^[A-Z]{3}$",
					message = "A currency is three capital letters, such as USD.") @Schema(
							example = "USD") String currency) {
	}

	/**
	 * A link that was just made.
	 *
	 * @param id to remove it by
	 * @param customerNumber the Customer ID
	 * @param name as the ledger writes it
	 * @param location the place or service billed
	 */
	record NewLink(LinkId id, String customerNumber, String name, String location) {

		static NewLink of(CustomerLink link) {
			Customer customer = link.customer();
			return new NewLink(link.id(), customer.number().value(), customer.name(), customer.location());
		}

	}

	/**
	 * A linked account.
	 *
	 * @param id to remove it by
	 * @param customerNumber the Customer ID
	 * @param name as the ledger writes it
	 * @param location the place or service billed
	 * @param linkedAt when the resident linked it
	 */
	record LinkItem(LinkId id, String customerNumber, String name, String location, Instant linkedAt) {

		static LinkItem of(CustomerLink link) {
			Customer customer = link.customer();
			return new LinkItem(link.id(), customer.number().value(), customer.name(), customer.location(),
					link.linkedAt());
		}

	}

	/**
	 * The caller's links.
	 *
	 * @param items oldest first
	 * @param next always null: all are on one page
	 */
	record LinkList(List<LinkItem> items, @Nullable String next) {
	}

}
