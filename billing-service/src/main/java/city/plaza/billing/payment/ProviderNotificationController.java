package city.plaza.billing.payment;

import city.plaza.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Payments")
class ProviderNotificationController {

	private static final Problem SIGNATURE_INVALID = Problem.of(HttpStatus.BAD_REQUEST, "signature-invalid",
			"The notification's signature does not prove that it comes from the provider, or it is too old.");

	private final ReceiveNotification receiveNotification;

	ProviderNotificationController(ReceiveNotification receiveNotification) {
		this.receiveNotification = receiveNotification;
	}

	// The raw bytes: what was signed, not what a parser makes of it.
	@PostMapping("/api/v1/provider-notifications/{provider}")
	@Operation(summary = "Told by the payment provider that a checkout changed; signed")
	Mono<Void> receive(@PathVariable String provider, @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
			@RequestBody byte[] body) {
		return this.receiveNotification.receive(provider, headers, body).flatMap((receipt) -> switch (receipt) {
			case TAKEN -> Mono.empty();
			case REFUSED -> Mono.error(SIGNATURE_INVALID::asException);
			case UNKNOWN_PROVIDER -> Mono.error(Problem.notFound()::asException);
		})
			.onErrorMap(ProviderSilentException.class, (silent) -> PaymentProblems.PROVIDER_UNAVAILABLE.asException())
			.then();
	}

}
