package city.plaza.billing.payment;

import java.util.List;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/finance/payment-exceptions")
@Tag(name = "Finance", description = "Files of finance staff, and money that does not match its payment.")
class PaymentExceptionController {

	/** More than a person works off at a time; the oldest come first. */
	private static final int MOST = 200;

	private static final Problem RESOLVED_BEFORE = Problem.of(HttpStatus.CONFLICT, "exception-resolved",
			"This exception was resolved before. Load the list again.");

	private final PaymentExceptions exceptions;

	private final ResolveException resolveException;

	PaymentExceptionController(PaymentExceptions exceptions, ResolveException resolveException) {
		this.exceptions = exceptions;
		this.resolveException = resolveException;
	}

	@GetMapping
	@Operation(operationId = "listPaymentExceptions", summary = "Money that does not match its payment",
			description = "The open ones, oldest first; with resolved=true those resolved, latest first. 200 at most.")
	Mono<ExceptionList> list(@Parameter(description = "Whether to list the resolved ones.") @RequestParam(
			defaultValue = "false") boolean resolved) {
		return this.exceptions.list(!resolved, MOST).map(ExceptionList::new);
	}

	@Problems(ResolvedBefore.class)
	@PostMapping("/{id}/resolution")
	@Operation(operationId = "resolvePaymentException", summary = "Resolve an exception, with a note of what was done",
			description = "A payment whose amount did not match ends as declined and its bills are free: "
					+ "give the money back at the provider first.")
	Mono<PaymentException> resolve(Caller caller,
			@Parameter(description = "The id of the exception.") @PathVariable ExceptionId id,
			@Valid @RequestBody ResolutionRequest request) {
		return this.resolveException.resolve(id, caller.id(), request.note().strip())
			.switchIfEmpty(Mono.error(Problem.notFound()::asException))
			.flatMap((outcome) -> switch (outcome) {
				case ResolveException.Outcome.Resolved done -> Mono.just(done.exception());
				case ResolveException.Outcome.ResolvedBefore before -> Mono.error(RESOLVED_BEFORE::asException);
			});
	}

	/** Somebody else was faster. */
	static class ResolvedBefore implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RESOLVED_BEFORE);
		}

	}

	/**
	 * Money that does not match its payment.
	 *
	 * @param items at most 200
	 */
	@Schema(name = "PaymentExceptionList")
	record ExceptionList(List<PaymentException> items) {
	}

	/**
	 * What was done about an exception.
	 *
	 * @param note in the words of the member of staff
	 */
	@Schema(name = "PaymentExceptionResolution")
	record ResolutionRequest(@NotBlank(message = "Note what was done about it.") @Size(max = 1000,
			message = "The note has at most 1,000 characters.") String note) {
	}

}
