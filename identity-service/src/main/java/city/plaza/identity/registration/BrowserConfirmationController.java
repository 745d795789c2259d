package city.plaza.identity.registration;

import city.plaza.identity.session.BrowserSessionResponse;
import city.plaza.identity.session.KnownDevices;
import city.plaza.identity.session.Session;
import city.plaza.identity.verification.RegistrationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class BrowserConfirmationController {

	private final ConfirmAddress confirmAddress;

	private final KnownDevices devices;

	BrowserConfirmationController(ConfirmAddress confirmAddress, KnownDevices devices) {
		this.devices = devices;
		this.confirmAddress = confirmAddress;
	}

	@PostMapping("/internal/v1/registrations/{id}/browser-confirmation")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Confirm the address from a browser", description = "Problems as of the confirmation.")
	Mono<BrowserSessionResponse> confirmInBrowser(@PathVariable String id, @RequestBody ConfirmationRequest request) {
		return this.confirmAddress.confirm(RegistrationId.read(id), request.requiredCode(), Session.Kind.BROWSER)
			.flatMap((outcome) -> switch (outcome) {
				case ConfirmAddress.Outcome.Confirmed(var session) -> Mono.just(BrowserSessionResponse.of(session,
						this.devices.remember(request.deviceToken(), session.account().email())));
				case ConfirmAddress.Outcome.NotConfirmed refused ->
					Mono.error(RegistrationProblems.of(refused).asException());
			});
	}

}
