package city.plaza.identity.registration;

import city.plaza.identity.registration.SendAnotherCode.Outcome;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.TokenResponse;
import city.plaza.identity.session.TokenResponses;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.messages.Language;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations")
@Tag(name = "Registration", description = "From an email address and a password to a confirmed resident.")
@SecurityRequirements
class RegistrationController {

	private final ReadRegistration read;

	private final Register register;

	private final SendAnotherCode sendAnotherCode;

	private final ConfirmAddress confirmAddress;

	private final TokenResponses tokens;

	private final SignUpLimits limits;

	RegistrationController(ReadRegistration read, Register register, SendAnotherCode sendAnotherCode,
			ConfirmAddress confirmAddress, TokenResponses tokens, SignUpLimits limits) {
		this.limits = limits;
		this.read = read;
		this.register = register;
		this.sendAnotherCode = sendAnotherCode;
		this.confirmAddress = confirmAddress;
		this.tokens = tokens;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "register", summary = "Register", description = """
			Sends an 8-digit code to the address. The response is the same whether or not the address has an account; \
			its holder is notified by email. Names may have letters, spaces, hyphens, apostrophes and full stops; a \
			network may register 60 times in an hour.""")
	@Problems(RegistrationProblems.OfRegistering.class)
	Mono<RegistrationResponse> register(@RequestBody RegistrationRequest request,
			@Parameter(description = "Chooses the language of all emails to the resident, `en` or `es`; English if it "
					+ "is absent or names neither.", example = "es") @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE,
							required = false) @Nullable String language,
			ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		ReadRegistration.Outcome outcome = this.read.read(request.email(), request.password(), request.givenName(),
				request.familyName(), Language.preferred(language));
		return switch (outcome) {
			case ReadRegistration.Outcome.Accepted(var registration) -> this.limits.take(client)
				.flatMap(RegistrationProblems::goOn)
				.then(Mono.defer(() -> this.register.register(registration, client)))
				.map(RegistrationResponse::new);
			case ReadRegistration.Outcome.Refused(var errors) ->
				Mono.error(RegistrationProblems.invalid(errors).asException());
		};
	}

	@PostMapping("/{id}/codes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "sendAnotherCode", summary = "Send another code", description = """
			The code before ends. One code a minute; five for a mailbox in 24 hours at the request of one network, \
			20 in all.""")
	@Problems(RegistrationProblems.OfAnotherCode.class)
	Mono<Void> sendAnotherCode(
			@Parameter(description = "The id of the registration.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		RegistrationId registration = RegistrationId.read(id);
		return this.limits.take(client)
			.flatMap(RegistrationProblems::goOn)
			.then(Mono.defer(() -> this.sendAnotherCode.send(registration, client)))
			.flatMap((outcome) -> switch (outcome) {
				case Outcome.Unconfirmed(var sending) -> CodeProblems.sentOr(sending);
				case Outcome.AlreadyConfirmed confirmed -> Mono.error(CodeProblems.alreadyUsed().asException());
				case Outcome.Unknown unknown -> Mono.error(Problem.notFound().asException());
			});
	}

	@PostMapping("/{id}/confirmation")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "confirmRegistration", summary = "Confirm the address", description = """
			Makes the resident and signs in. A code can be tried five times.""")
	@Problems(RegistrationProblems.OfConfirming.class)
	Mono<TokenResponse> confirm(
			@Parameter(description = "The id of the registration.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			@RequestBody ConfirmationRequest request) {
		return this.confirmAddress.confirm(RegistrationId.read(id), request.requiredCode(), Session.Kind.MOBILE)
			.flatMap((outcome) -> switch (outcome) {
				case ConfirmAddress.Outcome.Confirmed(var session) -> this.tokens.of(session, request.deviceToken());
				case ConfirmAddress.Outcome.NotConfirmed refused ->
					Mono.error(RegistrationProblems.of(refused).asException());
			});
	}

	/**
	 * What a person enters to register.
	 *
	 * @param email at most 254 characters
	 * @param password 15 to 128 characters of any kind
	 * @param givenName at most 100 characters
	 * @param familyName at most 100 characters
	 */
	@Schema(requiredProperties = { "email", "password", "givenName", "familyName" })
	record RegistrationRequest(@Nullable String email, @Nullable Secret password, @Nullable String givenName,
			@Nullable String familyName) {
	}

	/**
	 * What is to be confirmed.
	 *
	 * @param id to confirm it by
	 */
	record RegistrationResponse(RegistrationId id) {
	}

}
