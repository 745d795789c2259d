package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.NameOnFile;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.accountlink.proof.BillTyped;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
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
	@Operation(summary = "Link a customer account by a number and the name on file",
			description = "A wrong number and a wrong name answer alike: 422 no-such-customer-account. Five failed "
					+ "tries of a resident in 24 hours: 429 too-many-tries. Five failed tries of whomever on a customer "
					+ "or with a name, or many from one network: 422 further-proof-required, and the request is to be "
					+ "repeated with a bill: its number and the amount of all its charges. If number, name or bill is "
					+ "wrong then: 422 further-proof-refused.")
	Mono<NewLink> link(Caller caller, @Valid @RequestBody LinkBody body, ServerHttpRequest http) {
		return this.linkCustomer.link(body.request(caller.id(), ClientAddress.of(http)))
			.flatMap(LinksController::respond);
	}

	@GetMapping
	@Operation(summary = "The caller's linked accounts, oldest first")
	Mono<LinkList> list(Caller caller) {
		return this.links.standing(caller.id())
			.map((standing) -> new LinkList(standing.stream().map(LinkItem::of).toList(), null));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a link of the caller's")
	Mono<Void> remove(Caller caller, @PathVariable UUID id) {
		return this.removeLink.remove(caller.id(), new LinkId(id))
			.flatMap((removed) -> removed ? Mono.<Void>empty() : Mono.error(Problem.notFound()::asException));
	}

	private static Mono<NewLink> respond(LinkOutcome outcome) {
		return switch (outcome) {
			case LinkOutcome.Linked linked -> Mono.just(NewLink.of(linked.link()));
			case LinkOutcome.NoSuchAccount none ->
				refuse(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-customer-account",
						"No customer account has this number and this name. Enter both as they are on your bill."));
			case LinkOutcome.FurtherProofRequired required ->
				refuse(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "further-proof-required",
						"Repeat the request with the number and the amount of a bill of this customer."));
			case LinkOutcome.ProofRefused refused -> refuse(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT,
					"further-proof-refused", "No customer account has this number, this name and this bill. "
							+ "Enter all of them as they are on your bill."));
			case LinkOutcome.AlreadyLinked already ->
				refuse(Problem.of(HttpStatus.CONFLICT, "already-linked", "You have linked this account already."));
			case LinkOutcome.Suspended suspended -> refuse(Problem.of(HttpStatus.CONFLICT, "link-suspended",
					"Another resident of this account has disputed your link. Contact the city."));
			case LinkOutcome.TooManyTries tooMany -> refuse(Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
						"There were too many tries that did not match. Please try again tomorrow.")
				.retryAfter(tooMany.retryAfter()));
		};
	}

	private static Mono<NewLink> refuse(Problem problem) {
		return Mono.error(problem.asException());
	}

	record LinkBody(@NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 200) String name,
			@Nullable @Valid Bill bill) {

		LinkRequest request(UUID resident, ClientAddress client) {
			return new LinkRequest(resident, client, NumberTyped.of(this.number), NameOnFile.of(this.name),
					Optional.ofNullable(this.bill).map(Bill::typed));
		}

	}

	record Bill(@NotBlank @Size(max = 40) String number, @NotNull @Valid Money amount) {

		BillTyped typed() {
			return new BillTyped(NumberTyped.of(this.number), this.amount.amount(), this.amount.currency());
		}

	}

	record Money(@NotNull Long amount, @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
	}

	record NewLink(UUID id, String customerNumber, String name, String location) {

		static NewLink of(CustomerLink link) {
			Customer customer = link.customer();
			return new NewLink(link.id().value(), customer.number().value(), customer.name(), customer.location());
		}

	}

	record LinkItem(UUID id, String customerNumber, String name, String location, Instant linkedAt) {

		static LinkItem of(CustomerLink link) {
			Customer customer = link.customer();
			return new LinkItem(link.id().value(), customer.number().value(), customer.name(), customer.location(),
					link.linkedAt());
		}

	}

	record LinkList(List<LinkItem> items, @Nullable String next) {
	}

}
