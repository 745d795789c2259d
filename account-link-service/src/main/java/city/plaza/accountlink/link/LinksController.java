package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.NameOnFile;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
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
					+ "tries in 24 hours by a resident, on a customer or with a name: 429 too-many-tries.")
	Mono<NewLink> link(Caller caller, @Valid @RequestBody LinkRequest request) {
		return this.linkCustomer.link(caller.id(), NumberTyped.of(request.number()), NameOnFile.of(request.name()))
			.flatMap(LinksController::answer);
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
		return this.removeLink.remove(caller.id(), id)
			.flatMap((removed) -> removed ? Mono.<Void>empty() : Mono.error(Problem.notFound()::asException));
	}

	private static Mono<NewLink> answer(LinkOutcome outcome) {
		return switch (outcome) {
			case LinkOutcome.Linked linked -> Mono.just(NewLink.of(linked.link()));
			case LinkOutcome.NoSuchAccount none ->
				refuse(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-customer-account",
						"No customer account has this number and this name. Enter both as they are on your bill."));
			case LinkOutcome.AlreadyLinked already ->
				refuse(Problem.of(HttpStatus.CONFLICT, "already-linked", "You have linked this account already."));
			case LinkOutcome.TooManyTries tooMany -> refuse(Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
						"There were too many tries that did not match. Please try again tomorrow.")
				.retryAfter(tooMany.retryAfter()));
		};
	}

	private static Mono<NewLink> refuse(Problem problem) {
		return Mono.error(problem.asException());
	}

	record LinkRequest(@NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 200) String name) {
	}

	record NewLink(UUID id, String customerNumber, String name, String location) {

		static NewLink of(CustomerLink link) {
			Customer customer = link.customer();
			return new NewLink(link.id(), customer.number(), customer.name(), customer.location());
		}

	}

	record LinkItem(UUID id, String customerNumber, String name, String location, Instant linkedAt) {

		static LinkItem of(CustomerLink link) {
			Customer customer = link.customer();
			return new LinkItem(link.id(), customer.number(), customer.name(), customer.location(), link.linkedAt());
		}

	}

	record LinkList(List<LinkItem> items, @Nullable String next) {
	}

}
