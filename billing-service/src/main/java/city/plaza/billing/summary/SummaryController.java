package city.plaza.billing.summary;

import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Billing summary", description = "What the caller owes, at one look.")
class SummaryController {

	private final SummarizeBills summarizeBills;

	SummaryController(SummarizeBills summarizeBills) {
		this.summarizeBills = summarizeBills;
	}

	@GetMapping("/api/v1/billing-summary")
	@Operation(operationId = "getBillingSummary",
			summary = "What the caller owes over all linked customers, as of today",
			description = "Totals are over all bills of the window of years, as in the list of a customer's bills. "
					+ "Without a linked customer every figure is zero and every list but the months is empty.")
	Mono<BillingSummary> summary(Caller caller) {
		return this.summarizeBills.of(caller.id());
	}

}
