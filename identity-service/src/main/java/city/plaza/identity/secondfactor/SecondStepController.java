package city.plaza.identity.secondfactor;

import city.plaza.identity.secondfactor.passkey.CreationOptions;
import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.TokenResponse;
import city.plaza.identity.session.TokenResponses;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/second-factor")
@Tag(name = "Sessions", description = "Sign in, stay signed in, sign out.")
class SecondStepController {

	private final CompleteSignIn completeSignIn;

	private final AddAtSignIn addAtSignIn;

	private final PasskeyAsSecondStep secondStep;

	private final TokenResponses tokens;

	SecondStepController(CompleteSignIn completeSignIn, AddAtSignIn addAtSignIn, PasskeyAsSecondStep secondStep,
			TokenResponses tokens) {
		this.secondStep = secondStep;
		this.completeSignIn = completeSignIn;
		this.addAtSignIn = addAtSignIn;
		this.tokens = tokens;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@SecurityRequirements
	@Operation(operationId = "completeSignIn", summary = "Complete a sign-in with a second factor",
			description = """
					A first step may be tried five times within ten minutes. A code of an authenticator app is good once; too many \
					wrong ones have to wait, recovery codes never. Where the methods are `add-totp` and `add-passkey`, the proof \
					adds the second factor and the response has its recovery codes.""")
	@Problems(SecondStepProblems.OfCompleting.class)
	Mono<TokenResponse> complete(@Valid @RequestBody SecondStepRequest request, ServerHttpRequest http) {
		return SecondStepProblems.withOneProof(request)
			.flatMap((proof) -> this.completeSignIn.complete(proof, ClientAddress.of(http), Session.Kind.MOBILE))
			.flatMap(SecondStepProblems::completedOr)
			.flatMap((completed) -> this.tokens.of(completed.session(), completed.deviceToken(),
					completed.recoveryCodes()));
	}

	@PostMapping("/authenticator")
	@SecurityRequirements
	@Operation(operationId = "beginAuthenticatorAtSignIn", summary = "Set up an authenticator app while signing in",
			description = """
					Where a method is `add-totp`: the account has no second factor and has to have one. A code of the app \
					then completes the sign-in.""")
	@Problems(SecondStepProblems.OfEnded.class)
	Mono<AuthenticatorSetup> begin(@Valid @RequestBody PendingRequest request) {
		return this.addAtSignIn.begin(request.pendingToken(), Session.Kind.MOBILE)
			.map(AuthenticatorSetup::of)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	@PostMapping("/passkey/options")
	@SecurityRequirements
	@Operation(operationId = "beginPasskeySecondStep", summary = "Begin to complete a sign-in with a passkey",
			description = "The challenge is good once, for five minutes, for this sign-in.")
	@Problems(SecondStepProblems.OfEnded.class)
	Mono<RequestOptions> beginPasskey(@Valid @RequestBody PendingRequest request) {
		return this.secondStep.begin(request.pendingToken(), Session.Kind.MOBILE)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	@PostMapping("/passkeys/options")
	@SecurityRequirements
	@Operation(operationId = "beginPasskeyAtSignIn", summary = "Begin to add a passkey while signing in",
			description = """
					Where a method is `add-passkey`: the account has no second factor and has to have one. What the browser made \
					then completes the sign-in as `newPasskey`. The challenge is good once, for five minutes, for this sign-in.""")
	@Problems(SecondStepProblems.OfEnded.class)
	Mono<CreationOptions> beginNewPasskey(@Valid @RequestBody PendingRequest request) {
		return this.addAtSignIn.beginPasskey(request.pendingToken(), Session.Kind.MOBILE)
			.switchIfEmpty(SecondStepProblems.ended());
	}

	/**
	 * Which sign-in goes on.
	 *
	 * @param pendingToken of the first step
	 */
	@Schema(name = "PendingRequest")
	record PendingRequest(@NotNull(message = "Send the pendingToken of the first step.") Secret pendingToken) {
	}

}
