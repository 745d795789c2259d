package city.plaza.billing.lookup;

import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bill-lookups")
@Tag(name = "Bill lookups", description = "One bill by the numbers printed on it, without an account.")
class LookupController {

	private final LookUpBill lookUpBill;

	private final ReadLookup readLookup;

	LookupController(LookUpBill lookUpBill, ReadLookup readLookup) {
		this.lookUpBill = lookUpBill;
		this.readLookup = readLookup;
	}

	@SecurityRequirements
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "lookUpBill", summary = "Find a bill by the customer number and the bill number on it",
			description = """
					Without a sign-in. An unknown customer, an unknown bill and a bill of another customer get the same \
					response. Tries that fail are counted for the network they come from, for the customer number and \
					for the bill number; after too many no try is checked until Retry-After. Signed-in residents see \
					their bills all the same.""")
	@Problems(LookupProblems.class)
	Mono<BillLookup> lookUp(@Valid @RequestBody LookupBody body, ServerHttpRequest http) {
		return this.lookUpBill.lookUp(body.request(ClientAddress.of(http))).flatMap(LookupController::respond);
	}

	@SecurityRequirements
	@GetMapping("/{id}")
	@Operation(operationId = "readBillLookup", summary = "A bill that was found a short time ago, as it is now",
			description = "Without a sign-in: whoever has the id may read the bill until it expires. 404 after that, "
					+ "just as for an unknown id.")
	Mono<BillLookup> read(@Parameter(description = "The id of the lookup.",
			example = "w7Fq0cZ2m1o9bV4kXy3TtR5pLs8uHd6aJeGnKiMvCzA") @PathVariable String id) {
		return this.readLookup.read(new LookupId(id)).switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	private static Mono<BillLookup> respond(LookupOutcome outcome) {
		return (outcome instanceof LookupOutcome.Found found) ? Mono.just(found.lookup())
				: Mono.error(LookupProblems.of(outcome).asException());
	}

	/**
	 * The numbers on the bill.
	 *
	 * @param customerNumber the Customer ID
	 * @param billNumber the bill (invoice) number
	 */
	record LookupBody(
			@NotBlank(message = "Enter the customer number on the bill.") @Size(max = 40,
					message = "A customer number has at most 40 characters.") String customerNumber,
			@NotBlank(message = "Enter the number of the bill.") @Size(max = 40,
					message = "A bill number has at most 40 characters.") String billNumber) {

		LookupRequest request(ClientAddress client) {
			return new LookupRequest(client, NumberTyped.of(this.customerNumber), NumberTyped.of(this.billNumber));
		}

	}

}
