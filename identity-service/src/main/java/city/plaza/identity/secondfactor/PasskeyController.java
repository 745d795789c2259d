package city.plaza.identity.secondfactor;

import java.util.List;
import java.util.Map;

import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.TokenResponse;
import city.plaza.identity.session.TokenResponses;
import city.plaza.platform.openapi.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a passkey alone: of apps, and of browsers by the portal. */
@RestController
@Tag(name = "Sessions", description = "Sign in, stay signed in, sign out.")
class PasskeyController {

	static final String API = "/api/v1/sessions/passkey";

	static final String BROWSER = "/internal/v1/browser-sessions/passkey";

	private final SignInWithPasskey signIn;

	private final TokenResponses tokens;

	PasskeyController(SignInWithPasskey signIn, TokenResponses tokens) {
		this.signIn = signIn;
		this.tokens = tokens;
	}

	@PostMapping({ API + "/options", BROWSER + "/options" })
	@SecurityRequirements
	@Operation(operationId = "beginPasskeySignIn", summary = "Begin to sign in with a passkey",
			description = "The challenge is good once, for five minutes, and only together with the handle.")
	Mono<PasskeySignIn> begin() {
		return this.signIn.begin().map((begun) -> new PasskeySignIn(begun.handle(), begun.options()));
	}

	@PostMapping(API)
	@ResponseStatus(HttpStatus.CREATED)
	@SecurityRequirements
	@Operation(operationId = "signInWithPasskey", summary = "Sign in with a passkey",
			description = "Takes no password and asks for no other factor.")
	@Problems(SecondStepProblems.OfPasskey.class)
	Mono<TokenResponse> signIn(@Valid @RequestBody PasskeyRequest request) {
		return this.signIn.signIn(request.handle(), request.credential(), request.deviceToken(), Session.Kind.MOBILE)
			.switchIfEmpty(SecondStepProblems.wrongPasskey())
			.flatMap((admitted) -> this.tokens.of(admitted.session(), admitted.deviceToken(), List.of()));
	}

	@PostMapping(BROWSER)
	@ResponseStatus(HttpStatus.CREATED)
	@SecurityRequirements
	@Operation(summary = "Sign in with a passkey from a browser", description = "Problems as in the API.")
	Mono<BrowserSecondStepController.BrowserCompletion> signInBrowser(@Valid @RequestBody PasskeyRequest request) {
		return this.signIn.signIn(request.handle(), request.credential(), request.deviceToken(), Session.Kind.BROWSER)
			.switchIfEmpty(SecondStepProblems.wrongPasskey())
			.map((admitted) -> new BrowserSecondStepController.BrowserCompletion(admitted.session().secret(),
					admitted.deviceToken(), List.of()));
	}

	/**
	 * A sign-in by passkey that has begun.
	 *
	 * @param handle to send along with what the passkey signed
	 * @param options for {@code navigator.credentials.get}
	 */
	@Schema(name = "PasskeySignIn")
	record PasskeySignIn(Secret handle, RequestOptions options) {
	}

	/**
	 * What a passkey signed.
	 *
	 * @param handle of the beginning
	 * @param credential what {@code navigator.credentials.get} gave, as JSON
	 * @param deviceToken of the last sign-in on this device, if there was one
	 */
	@Schema(name = "PasskeyRequest")
	record PasskeyRequest(@NotNull(message = "Send the handle of the beginning.") Secret handle,
			@NotNull(message = "Send what the passkey signed.") Map<String, Object> credential,
			@Nullable Secret deviceToken) {
	}

}
