package city.plaza.billing.bill;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bills", description = "Numbered demands for payment, as of any date.")
class BillController {

	private final FindBill findBill;

	private final AsOf asOf;

	BillController(FindBill findBill, AsOf asOf) {
		this.findBill = findBill;
		this.asOf = asOf;
	}

	@Problems(AsOf.InvalidDate.class)
	@GetMapping("/api/v1/bills/{billNumber}")
	@Operation(operationId = "getBill",
			summary = "A bill of a linked customer, with its charges and postings, as of a date",
			description = "404 for another's bill, just as for one that does not exist.")
	Mono<BillDetails> bill(
			@Parameter(description = "The number printed on the bill.") @PathVariable BillNumber billNumber,
			@Parameter(
					description = "The date that every figure is computed for, such as 2021-06-15; today in the city if absent.",
					schema = @Schema(type = "string", format = "date")) @RequestParam @Nullable String asOf,
			Caller caller) {
		return this.findBill.find(ResidentId.of(caller), billNumber, this.asOf.read(asOf))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

}
