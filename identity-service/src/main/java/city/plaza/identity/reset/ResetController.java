package city.plaza.identity.reset;

import java.util.List;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.password.PasswordRules;
import city.plaza.identity.registration.SignUpLimits;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.verification.CodeProblems;
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
@RequestMapping("/api/v1/password-resets")
@Tag(name = "Passwords", description = "Another password, for who forgot theirs and for who wants to change it.")
@SecurityRequirements
class ResetController {

	private final RequestReset requestReset;

	private final SendResetCode sendResetCode;

	private final CompleteReset completeReset;

	private final PasswordRules passwords;

	private final SignUpLimits limits;

	ResetController(RequestReset requestReset, SendResetCode sendResetCode, CompleteReset completeReset,
			PasswordRules passwords, SignUpLimits limits) {
		this.requestReset = requestReset;
		this.sendResetCode = sendResetCode;
		this.completeReset = completeReset;
		this.passwords = passwords;
		this.limits = limits;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "requestPasswordReset", summary = "Ask for another password", description = """
			Sends an 8-digit code to the address. The response is the same whether or not the address has an account; \
			where it has none, the email says so.""")
	@Problems(ResetProblems.OfRequesting.class)
	Mono<ResetResponse> request(@RequestBody ResetRequest request,
			@Parameter(description = "Chooses the language of the email, `en` or `es`; English if it is absent or "
					+ "names neither.", example = "es") @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE,
							required = false) @Nullable String language,
			ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		return EmailAddress.read(request.email())
			.map((email) -> this.limits.take(client)
				.flatMap(ResetProblems::goOn)
				.then(Mono.defer(() -> this.requestReset.request(email, Language.preferred(language), client)))
				.map(ResetResponse::new))
			.orElseGet(
					() -> Mono.error(Problem.invalid(List.of(ResetProblems.noAddress(request.email()))).asException()));
	}

	@PostMapping("/{id}/codes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "sendAnotherResetCode", summary = "Send another code for a password", description = """
			The code before ends. One code a minute; five for a mailbox in 24 hours at the request of one network, \
			20 in all, those of registrations included.""")
	@Problems(ResetProblems.OfAnotherCode.class)
	Mono<Void> sendAnotherCode(
			@Parameter(description = "The id of the request.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		ResetId reset = ResetId.read(id);
		return this.limits.take(client)
			.flatMap(ResetProblems::goOn)
			.then(Mono.defer(() -> this.sendResetCode.send(reset, client)))
			.flatMap((outcome) -> switch (outcome) {
				case SendResetCode.Outcome.Open(var sending) -> CodeProblems.sentOr(sending);
				case SendResetCode.Outcome.Completed done -> Mono.error(CodeProblems.alreadyUsed().asException());
				case SendResetCode.Outcome.Unknown unknown -> Mono.error(Problem.notFound().asException());
			});
	}

	@PostMapping("/{id}/completion")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "resetPassword", summary = "Set another password", description = """
			Needs the code of the email. Ends all sessions of the account and notifies its holder by email; sign in \
			with the new password afterwards. A code can be tried five times; a password that is refused does not \
			count as a try.""")
	@Problems(ResetProblems.OfCompleting.class)
	Mono<Void> complete(
			@Parameter(description = "The id of the request.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			@RequestBody CompletionRequest request, ServerHttpRequest http) {
		ResetId reset = ResetId.read(id);
		Secret code = request.code();
		Secret password = request.password();
		List<Problem.FieldError> errors = ResetProblems.errors((code != null) ? code.reveal() : null,
				this.passwords.violationOf(password, List.of()));
		if (code == null || password == null || !errors.isEmpty()) {
			return Mono.error(Problem.invalid(errors).asException());
		}
		ClientAddress client = ClientAddress.of(http);
		return this.limits.take(client)
			.flatMap(ResetProblems::goOn)
			.then(Mono.defer(() -> this.completeReset.complete(reset, code, password, client)))
			.flatMap((outcome) -> switch (outcome) {
				case CompleteReset.Outcome.Completed done -> Mono.empty();
				case CompleteReset.Outcome.NotCompleted refused -> Mono.error(ResetProblems.of(refused).asException());
			});
	}

	/**
	 * Whose password is to be reset.
	 *
	 * @param email at most 254 characters
	 */
	@Schema(requiredProperties = "email")
	record ResetRequest(@Nullable String email) {
	}

	/**
	 * A request that waits for its code.
	 *
	 * @param id to complete it by
	 */
	record ResetResponse(ResetId id) {
	}

	/**
	 * What is to be set.
	 *
	 * @param code of the email
	 * @param password 15 to 128 characters of any kind
	 */
	@Schema(requiredProperties = { "code", "password" })
	record CompletionRequest(@Nullable Secret code, @Nullable Secret password) {
	}

}
