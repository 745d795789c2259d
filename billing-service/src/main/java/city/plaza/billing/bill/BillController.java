package city.plaza.billing.bill;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Bills")
class BillController {

	private final FindBill findBill;

	private final AsOf asOf;

	BillController(FindBill findBill, AsOf asOf) {
		this.findBill = findBill;
		this.asOf = asOf;
	}

	@GetMapping("/api/v1/bills/{billNumber}")
	@Operation(summary = "A bill of a linked customer, with its charges and postings, as of a date",
			description = "404 for another's bill, just as for one that does not exist.")
	Mono<BillDetails> bill(@PathVariable BillNumber billNumber, @RequestParam @Nullable String asOf, Caller caller) {
		return this.findBill.find(caller.id(), billNumber, this.asOf.read(asOf))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

}
