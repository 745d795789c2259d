package city.plaza.billing.payment;

import java.util.List;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
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
@Tag(name = "Payments", description = "Web payments: started here, paid on the provider's page, posted by finance.")
class ProviderNotificationController {

	private static final Problem SIGNATURE_INVALID = Problem.of(HttpStatus.BAD_REQUEST, "signature-invalid",
			"The notification's signature does not prove that it comes from the provider, or it is too old.");

	private final ReceiveNotification receiveNotification;

	ProviderNotificationController(ReceiveNotification receiveNotification) {
		this.receiveNotification = receiveNotification;
	}

	// The raw bytes: what was signed, not what a parser makes of it.
	@PostMapping("/api/v1/provider-notifications/{provider}")
	@Operation(operationId = "receiveProviderNotification",
			summary = "For the payment provider: reports that a checkout changed",
			description = "The provider's signature is the proof; what happened is then asked of the provider.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(type = "object", description = "In the provider's own form."),
							examples = @ExampleObject(name = "sandbox", value = """
									{"checkoutId": "0b8f4f5e-3c44-4c39-8b0f-0d8d9a0c1b2d"}"""))))
	@SecurityRequirements
	@Problems({ SignatureInvalid.class, PaymentProblems.OfProvider.class })
	Mono<Void> receive(
			@Parameter(description = "The provider's name.", example = "sandbox") @PathVariable String provider,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
		return this.receiveNotification.receive(provider, headers, body).flatMap((receipt) -> switch (receipt) {
			case TAKEN -> Mono.empty();
			case REFUSED -> Mono.error(SIGNATURE_INVALID::asException);
			case UNKNOWN_PROVIDER -> Mono.error(Problem.notFound()::asException);
		})
			.onErrorMap(ProviderSilentException.class, (silent) -> PaymentProblems.PROVIDER_UNAVAILABLE.asException())
			.then();
	}

	/** The signature proves nothing. */
	static class SignatureInvalid implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(SIGNATURE_INVALID);
		}

	}

}
