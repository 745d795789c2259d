package city.plaza.identity.email;

import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.FindCaller;
import city.plaza.identity.session.RecentProof;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/email-changes")
@Tag(name = "My account", description = "The account of the caller.")
class EmailChangeController {

	private final FindCaller findCaller;

	private final RecentProof proof;

	private final RequestEmailChange request;

	private final SendEmailChangeCode sendCode;

	private final ConfirmEmailChange confirm;

	EmailChangeController(FindCaller findCaller, RecentProof proof, RequestEmailChange request,
			SendEmailChangeCode sendCode, ConfirmEmailChange confirm) {
		this.findCaller = findCaller;
		this.proof = proof;
		this.request = request;
		this.sendCode = sendCode;
		this.confirm = confirm;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "requestEmailChange", summary = "Ask for another email address", description = """
			Sends an 8-digit code to the new address; nothing changes before it is confirmed. Needs a proof of \
			the last ten minutes. The response is the same whether or not the new address has an account.""")
	@Problems(EmailChangeProblems.OfRequesting.class)
	Mono<EmailChangeResponse> request(Caller caller, @RequestBody EmailChangeRequest body, ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		return this.proof.required(caller)
			.then(me(caller))
			.flatMap((me) -> request(me.account(), body, client))
			.map(EmailChangeResponse::new);
	}

	private Mono<EmailChangeId> request(Account account, EmailChangeRequest body, ClientAddress client) {
		Optional<EmailAddress> to = EmailAddress.read(body.email());
		if (to.isEmpty()) {
			return refused(EmailChangeProblems.noAddress(body.email()));
		}
		return to.get().comparable().equals(account.email().comparable()) ? refused(EmailChangeProblems.SAME)
				: this.request.request(account, to.get(), client);
	}

	private static Mono<EmailChangeId> refused(Problem.FieldError error) {
		return Mono.error(Problem.invalid(List.of(error)).asException());
	}

	@PostMapping("/{id}/codes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "sendAnotherEmailChangeCode", summary = "Send another code to the new address",
			description = "The code before ends. One code a minute; limits as for registrations.")
	@Problems(EmailChangeProblems.OfAnotherCode.class)
	Mono<Void> sendAnotherCode(Caller caller,
			@Parameter(description = "The id of the change.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			ServerHttpRequest http) {
		EmailChangeId change = EmailChangeId.read(id);
		ClientAddress client = ClientAddress.of(http);
		return me(caller).flatMap((me) -> this.sendCode.send(change, me.account().id(), client))
			.flatMap((outcome) -> switch (outcome) {
				case SendEmailChangeCode.Outcome.Open(var sending) -> CodeProblems.sentOr(sending);
				case SendEmailChangeCode.Outcome.Confirmed done -> Mono.error(CodeProblems.alreadyUsed().asException());
				case SendEmailChangeCode.Outcome.Unknown unknown -> Mono.error(Problem.notFound().asException());
			});
	}

	@PostMapping("/{id}/confirmation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "confirmEmailChange", summary = "Confirm the new email address",
			description = """
					From then on the account signs in with it. All other sessions end. The old address is notified, and can take \
					the change back for 14 days. A code can be tried five times.""")
	@Problems(EmailChangeProblems.OfConfirming.class)
	Mono<Void> confirm(Caller caller,
			@Parameter(description = "The id of the change.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			@RequestBody ConfirmationRequest body) {
		EmailChangeId change = EmailChangeId.read(id);
		Secret code = body.code();
		if (code == null || code.reveal().isBlank()) {
			return Mono.error(EmailChangeProblems.NO_CODE.asException());
		}
		return me(caller).flatMap((me) -> this.confirm.confirm(change, me.account(), me.session().id(), code))
			.flatMap((outcome) -> switch (outcome) {
				case ConfirmEmailChange.Outcome.Confirmed done -> Mono.empty();
				case ConfirmEmailChange.Outcome.NotConfirmed refused ->
					Mono.error(EmailChangeProblems.of(refused).asException());
			});
	}

	private Mono<FindCaller.Found> me(Caller caller) {
		return this.findCaller.find(caller);
	}

	/**
	 * What is to be changed.
	 *
	 * @param email the new address, at most 254 characters
	 */
	@Schema(requiredProperties = "email")
	record EmailChangeRequest(@Nullable String email) {
	}

	/**
	 * A change that waits for its code.
	 *
	 * @param id to confirm it by
	 */
	record EmailChangeResponse(EmailChangeId id) {
	}

	/**
	 * What confirms it.
	 *
	 * @param code of the email to the new address
	 */
	@Schema(name = "EmailChangeConfirmation", requiredProperties = "code")
	record ConfirmationRequest(@Nullable Secret code) {
	}

}
