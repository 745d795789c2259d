package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.token.AccessTokens;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/v1/browser-sessions")
@Tag(name = "Internal", description = "For the portal and the gateway; the gateway routes none of it")
@SecurityRequirements
class BrowserSessionController {

	private final SignIn signIn;

	private final ExchangeSessionToken exchange;

	private final AccessTokens tokens;

	private final KnownDevices devices;

	BrowserSessionController(SignIn signIn, ExchangeSessionToken exchange, AccessTokens tokens, KnownDevices devices) {
		this.signIn = signIn;
		this.exchange = exchange;
		this.tokens = tokens;
		this.devices = devices;
	}

	@PostMapping
	@Operation(summary = "Sign in from a browser",
			description = """
					The portal hands on the browser's address in `X-Forwarded-For`. Problems and second step as of signing in.""")
	Mono<ResponseEntity<Object>> signInBrowser(@Valid @RequestBody SignInRequest request, ServerHttpRequest http) {
		return this.signIn.signIn(request, ClientAddress.of(http), Session.Kind.BROWSER)
			.flatMap(SignInProblems::nextOr)
			.map((next) -> switch (next) {
				case ContinueSignIn.Outcome.Opened(var opened) -> created(opened, request);
				case ContinueSignIn.Outcome.Pending(var pending) -> SecondStepResponse.accepted(pending);
			});
	}

	private ResponseEntity<Object> created(OpenedSession opened, SignInRequest request) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.body(BrowserSessionResponse.of(opened,
					this.devices.remember(request.deviceToken(), opened.account().email())));
	}

	@PostMapping("/token")
	@Operation(summary = "Swap a session token for an access token",
			description = "Counts as use of the session. Problem: 401 `session-ended`.")
	Mono<BrowserTokenResponse> swap(@Valid @RequestBody BrowserTokenRequest request) {
		return this.exchange.exchange(request.sessionToken())
			.switchIfEmpty(SignInProblems.ended())
			.flatMap((opened) -> this.tokens.issueToBrowser(opened.account(), opened.session().id().value(),
					opened.session().endsAt(), opened.session().expiresAt()))
			.map((issued) -> new BrowserTokenResponse(issued.token(), issued.expiresIn().toSeconds()));
	}

	/**
	 * What a browser is signed in with.
	 *
	 * @param sessionToken from its cookie
	 */
	record BrowserTokenRequest(@NotNull(message = "The session token is missing.") Secret sessionToken) {
	}

	/**
	 * What its requests are sent with.
	 *
	 * @param accessToken for {@code Authorization: Bearer}
	 * @param expiresIn seconds
	 */
	record BrowserTokenResponse(Secret accessToken, long expiresIn) {
	}

}
