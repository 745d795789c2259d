package city.plaza.billing.bill;

import java.util.List;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bills", description = "Numbered demands for payment, as of any date.")
class BillController {

	private static final int MOST = 100;

	private static final Problem INVALID_NUMBERS = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-bill-numbers", "Ask for 1 to 100 bills by their numbers.")
		.field("billNumber");

	private final FindBill findBill;

	private final AsOf asOf;

	BillController(FindBill findBill, AsOf asOf) {
		this.findBill = findBill;
		this.asOf = asOf;
	}

	@Problems({ AsOf.InvalidDate.class, InvalidNumbers.class })
	@GetMapping("/api/v1/bills")
	@Operation(operationId = "getBills", summary = "Several bills of linked customers at once, as of a date",
			description = "In the order asked for. A bill of another, and one that does not exist, is left out.")
	Mono<BillsByNumber> bills(
			@Parameter(description = "The numbers printed on the bills, 1 to 100: a parameter for each.",
					array = @ArraySchema(minItems = 1, maxItems = 100,
							schema = @Schema(type = "string"))) @RequestParam List<BillNumber> billNumber,
			@Parameter(
					description = "The date that every figure is computed for, such as 2021-06-15; today in the city if absent.",
					schema = @Schema(type = "string", format = "date")) @RequestParam(
							required = false) @Nullable String asOf,
			Caller caller) {
		if (billNumber.isEmpty() || billNumber.size() > MOST) {
			return Mono.error(INVALID_NUMBERS::asException);
		}
		return this.findBill.find(ResidentId.of(caller), billNumber, this.asOf.read(asOf)).map(BillsByNumber::new);
	}

	/**
	 * Bills by their numbers.
	 *
	 * @param items those that the caller may read, in the order asked for
	 */
	record BillsByNumber(List<BillDetails> items) {
	}

	/** None, or too many. */
	static class InvalidNumbers implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_NUMBERS);
		}

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
					schema = @Schema(type = "string", format = "date")) @RequestParam(
							required = false) @Nullable String asOf,
			Caller caller) {
		return this.findBill.find(ResidentId.of(caller), billNumber, this.asOf.read(asOf))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

}
