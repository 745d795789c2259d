package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions", description = "Sign in, stay signed in, sign out.")
class SessionController {

	private final SignIn signIn;

	private final RefreshSession refreshSession;

	private final EndSessions endSessions;

	private final ProveByPassword prove;

	private final TokenResponses tokens;

	SessionController(SignIn signIn, RefreshSession refreshSession, EndSessions endSessions, ProveByPassword prove,
			TokenResponses tokens) {
		this.prove = prove;
		this.signIn = signIn;
		this.refreshSession = refreshSession;
		this.endSessions = endSessions;
		this.tokens = tokens;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@SecurityRequirements
	@Operation(operationId = "signIn", summary = "Sign in",
			description = """
					An unknown address and a wrong password get the same response. Too many failures for an address from one \
					network (ten times, then growing waits) or from all unknown devices (100 times), or for 40 addresses an hour \
					from one network, have to wait. Keep the `deviceToken` of the response: sent along the next time, other \
					people's failures do not count.

					Where the account has a second factor, or has to have one, the response is 202: nobody is signed in, and the sign-in goes on with `completeSignIn`. Accounts without one always get 201.""")
	@ApiResponse(responseCode = "201", description = "Signed in",
			content = @Content(schema = @Schema(implementation = TokenResponse.class)))
	@ApiResponse(responseCode = "202", description = "The password is right, and a second factor is needed",
			content = @Content(schema = @Schema(implementation = SecondStepResponse.class)))
	@Problems(SignInProblems.OfSignIn.class)
	Mono<ResponseEntity<Object>> signIn(@Valid @RequestBody SignInRequest request, ServerHttpRequest http) {
		return this.signIn.signIn(request, ClientAddress.of(http), Session.Kind.MOBILE)
			.flatMap(SignInProblems::nextOr)
			.flatMap((next) -> switch (next) {
				case ContinueSignIn.Outcome.Opened(var opened) ->
					this.tokens.of(opened, request.deviceToken()).map(SessionController::created);
				case ContinueSignIn.Outcome.Pending(var pending) -> Mono.just(SecondStepResponse.accepted(pending));
			});
	}

	private static ResponseEntity<Object> created(TokenResponse tokens) {
		return ResponseEntity.status(HttpStatus.CREATED).body(tokens);
	}

	@PostMapping("/refresh")
	@SecurityRequirements
	@Operation(operationId = "refreshSession", summary = "Get the next tokens", description = """
			A refresh token is good once: when it comes a second time, the session ends. If the response was lost, \
			the same request may be repeated within ten seconds and gets the same refresh token.""")
	@Problems(SignInProblems.OfEnded.class)
	Mono<TokenResponse> refresh(@Valid @RequestBody RefreshRequest request) {
		return this.refreshSession.refresh(request.refreshToken())
			.switchIfEmpty(SignInProblems.ended())
			.flatMap(this.tokens::of);
	}

	@PostMapping("/current/proof")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "proveByPassword", summary = "Prove again who you are", description = """
			What decides about the account's security needs a sign-in or such a proof of the last ten minutes, and is \
			refused with 403 `proof-needed` without. An account without a password proves it by signing in again.""")
	@Problems(SignInProblems.OfProof.class)
	Mono<Void> prove(Caller caller, @Valid @RequestBody ProofRequest request, ServerHttpRequest http) {
		return this.prove.prove(caller, request.currentPassword(), ClientAddress.of(http));
	}

	@DeleteMapping("/current")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "signOut", summary = "Sign out", description = "Ends the session of the token.")
	Mono<Void> signOut(Caller caller) {
		return (caller.session() != null) ? this.endSessions.signOut(new SessionId(caller.session())) : Mono.empty();
	}

	/**
	 * Who the holder of the session is.
	 *
	 * @param currentPassword of the account
	 */
	record ProofRequest(@NotNull(message = "Enter your password.") Secret currentPassword) {
	}

	/**
	 * What the next tokens are issued for.
	 *
	 * @param refreshToken of the last sign-in or refresh
	 */
	record RefreshRequest(
			@NotNull(message = "Send the refreshToken of the last sign-in or refresh.") Secret refreshToken) {
	}

}
