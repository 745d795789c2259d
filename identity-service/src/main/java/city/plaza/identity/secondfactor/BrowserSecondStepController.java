package city.plaza.identity.secondfactor;

import java.util.List;

import city.plaza.identity.secondfactor.passkey.CreationOptions;
import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/v1/browser-sessions/second-factor")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class BrowserSecondStepController {

	private final CompleteSignIn completeSignIn;

	private final AddAtSignIn addAtSignIn;

	private final PasskeyAsSecondStep secondStep;

	BrowserSecondStepController(CompleteSignIn completeSignIn, AddAtSignIn addAtSignIn,
			PasskeyAsSecondStep secondStep) {
		this.secondStep = secondStep;
		this.completeSignIn = completeSignIn;
		this.addAtSignIn = addAtSignIn;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Complete a sign-in from a browser", description = "Problems as of completing a sign-in.")
	Mono<BrowserCompletion> complete(@Valid @RequestBody SecondStepRequest request, ServerHttpRequest http) {
		return SecondStepProblems.withOneProof(request)
			.flatMap((proof) -> this.completeSignIn.complete(proof, ClientAddress.of(http), Session.Kind.BROWSER))
			.flatMap(SecondStepProblems::completedOr)
			.map((completed) -> new BrowserCompletion(completed.session().secret(), completed.deviceToken(),
					completed.recoveryCodes()));
	}

	@PostMapping("/authenticator")
	@Operation(summary = "Set up an authenticator app while signing in", description = "Problems as in the API.")
	Mono<AuthenticatorSetup> begin(@Valid @RequestBody SecondStepController.PendingRequest request) {
		return this.addAtSignIn.begin(request.pendingToken(), Session.Kind.BROWSER)
			.map(AuthenticatorSetup::of)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	@PostMapping("/passkey/options")
	@Operation(summary = "Begin to complete a sign-in with a passkey", description = "Problems as in the API.")
	Mono<RequestOptions> beginPasskey(@Valid @RequestBody SecondStepController.PendingRequest request) {
		return this.secondStep.begin(request.pendingToken(), Session.Kind.BROWSER)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	@PostMapping("/passkeys/options")
	@Operation(summary = "Begin to add a passkey while signing in", description = "Problems as in the API.")
	Mono<CreationOptions> beginNewPasskey(@Valid @RequestBody SecondStepController.PendingRequest request) {
		return this.addAtSignIn.beginPasskey(request.pendingToken(), Session.Kind.BROWSER)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	/**
	 * What a browser is signed in with.
	 *
	 * @param sessionToken for the cookie
	 * @param deviceToken for a cookie of its own
	 * @param recoveryCodes to show once; empty unless a factor was added
	 */
	record BrowserCompletion(Secret sessionToken, Secret deviceToken, List<Secret> recoveryCodes) {
	}

}
