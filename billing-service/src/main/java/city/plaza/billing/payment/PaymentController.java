package city.plaza.billing.payment;

import java.util.UUID;
import java.util.regex.Pattern;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "Web payments: started here, paid on the provider's page, posted by finance.")
class PaymentController {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

	/** The header's name as payment providers use it. */
	private static final String REPLAYED = "Idempotent-Replayed";

	private final StartPayment startPayment;

	private final RefreshPayment refreshPayment;

	private final CancelPayment cancelPayment;

	private final ListPayments listPayments;

	PaymentController(StartPayment startPayment, RefreshPayment refreshPayment, CancelPayment cancelPayment,
			ListPayments listPayments) {
		this.startPayment = startPayment;
		this.refreshPayment = refreshPayment;
		this.cancelPayment = cancelPayment;
		this.listPayments = listPayments;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "startPayment", summary = "Start a web payment of one or more bills",
			description = "The response names the page to pay on. The same key with the same body gets the same response, "
					+ "so a request whose response was lost can be repeated. The response to a repetition has the header "
					+ "`Idempotent-Replayed: true`: the payment may have been paid or canceled since, so ask for it "
					+ "before you lead a resident to the page.")
	@Problems(PaymentProblems.OfStart.class)
	Mono<ResponseEntity<StartedPayment>> start(Caller caller,
			@Parameter(required = true, description = "New for each payment, the same for each try of it.",
					schema = @Schema(type = "string", pattern = "^[\\x21-\\x7e]{1,200}$"),
					example = "5d3f0c1a-6a8e-4f0e-9b1c-2f7d8a9b0c1d") @RequestHeader(name = "Idempotency-Key",
							required = false) @Nullable String key,
			@Valid @RequestBody NewPaymentRequest request) {
		if (key == null || !KEY.matcher(key).matches()) {
			return Mono.error(PaymentProblems.KEY_MISSING::asException);
		}
		return request.toOrder()
			.map((order) -> this.startPayment.start(ResidentId.of(caller), key, order))
			.orElseGet(() -> Mono.just(new PaymentRefusal.NoSuchBill()))
			.flatMap(PaymentController::respond);
	}

	private static Mono<ResponseEntity<StartedPayment>> respond(StartPayment.Outcome outcome) {
		return switch (outcome) {
			case StartPayment.Outcome.Started started ->
				Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(started.payment()));
			case StartPayment.Outcome.Replayed before ->
				Mono.just(ResponseEntity.status(HttpStatus.CREATED).header(REPLAYED, "true").body(before.payment()));
			case PaymentRefusal refusal -> Mono.error(PaymentProblems.of(refusal)::asException);
		};
	}

	@GetMapping
	@Operation(operationId = "listPayments", summary = "The caller's own payments, newest first",
			description = "Finished and unfinished ones.")
	Mono<Page<PaymentView>> list(Caller caller,
			@Parameter(description = "The `next` of the page before; absent for the first one.") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "The most payments to list.",
					schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100",
							defaultValue = "20")) @RequestParam(defaultValue = "20") int limit) {
		return this.listPayments.page(ResidentId.of(caller), cursor, limit);
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getPayment", summary = "A payment of the caller's own",
			description = "While it is open, the provider is asked first. 404 for another resident's payment, just as for one that does not exist.")
	Mono<PaymentView> show(Caller caller, @Parameter(description = "The id of the payment.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
		return Mono.justOrEmpty(idOf(id))
			.flatMap((payment) -> this.refreshPayment.refreshed(payment, ResidentId.of(caller)))
			.map(PaymentView::of)
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	@PostMapping("/{id}/cancellation")
	@Operation(operationId = "cancelPayment", summary = "Cancel an unfinished payment",
			description = "The response says how it really ended: it may have been paid in the meantime.")
	@Problems(PaymentProblems.OfProvider.class)
	Mono<PaymentView> cancel(Caller caller, @Parameter(description = "The id of the payment.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
		return Mono.justOrEmpty(idOf(id))
			.flatMap((payment) -> this.cancelPayment.cancel(payment, ResidentId.of(caller)))
			.map(PaymentView::of)
			.onErrorMap(ProviderSilentException.class, (silent) -> PaymentProblems.PROVIDER_UNAVAILABLE.asException())
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	/** What is no id at all is not found, like an unknown id. */
	private static @Nullable PaymentId idOf(String text) {
		try {
			return new PaymentId(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
