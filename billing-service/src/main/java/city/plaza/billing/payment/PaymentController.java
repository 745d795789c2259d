package city.plaza.billing.payment;

import java.util.UUID;
import java.util.regex.Pattern;

import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
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
@Tag(name = "Payments")
class PaymentController {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

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
	@Operation(summary = "Start a web payment of one or more bills; the answer names the page to pay on")
	Mono<StartedPayment> start(Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody NewPaymentRequest request) {
		if (key == null || !KEY.matcher(key).matches()) {
			return Mono.error(PaymentProblems.KEY_MISSING::asException);
		}
		return this.startPayment.start(caller.id(), key, request.toOrder()).flatMap((outcome) -> switch (outcome) {
			case StartPayment.Outcome.Started started -> Mono.just(started.payment());
			case PaymentRefusal refusal -> Mono.error(PaymentProblems.of(refusal)::asException);
		});
	}

	@GetMapping
	@Operation(summary = "The caller's own payments, newest first")
	Mono<Page<PaymentView>> list(Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") int limit) {
		return this.listPayments.page(caller.id(), cursor, limit);
	}

	@GetMapping("/{id}")
	@Operation(summary = "A payment of the caller's own; while it is open the provider is asked first")
	Mono<PaymentView> show(Caller caller, @PathVariable String id) {
		return Mono.justOrEmpty(idOf(id))
			.flatMap((payment) -> this.refreshPayment.refreshed(payment, caller.id()))
			.map(PaymentView::of)
			.switchIfEmpty(Mono.error(Problem.notFound()::asException));
	}

	@PostMapping("/{id}/cancellation")
	@Operation(summary = "Give an unfinished payment up; answers with how it really ended")
	Mono<PaymentView> cancel(Caller caller, @PathVariable String id) {
		return Mono.justOrEmpty(idOf(id))
			.flatMap((payment) -> this.cancelPayment.cancel(payment, caller.id()))
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
