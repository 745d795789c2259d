package city.plaza.identity.me;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.FindCaller;
import city.plaza.identity.session.VerifyPassword;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class DeletionController {

	private static final Problem NO_PASSWORD = Problem
		.invalid(List.of(new Problem.FieldError("currentPassword", "required", "Enter your current password.")));

	private static final Problem STAFF = Problem.of(HttpStatus.FORBIDDEN, "forbidden",
			"Accounts of staff are removed by an administrator.");

	private final FindCaller findCaller;

	private final DeleteAccount deleteAccount;

	DeletionController(FindCaller findCaller, DeleteAccount deleteAccount) {
		this.findCaller = findCaller;
		this.deleteAccount = deleteAccount;
	}

	@PostMapping("/api/v1/me/deletion")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteOwnAccount", summary = "Delete the account",
			description = """
					Needs the password. All sessions and links end at once, and every service erases what it knows of the person. \
					Payments stay with the city, as the law asks, without a name or an address. It cannot be undone.""")
	@Problems(OfDeleting.class)
	Mono<Void> delete(Caller caller, @RequestBody DeletionRequest request, ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		Secret password = request.currentPassword();
		if (password == null || password.reveal().isEmpty()) {
			return Mono.error(NO_PASSWORD.asException());
		}
		return this.findCaller.find(caller)
			.flatMap((me) -> (me.account().kind() == Account.Kind.STAFF) ? Mono.error(STAFF.asException())
					: this.deleteAccount.delete(me.account(), password, client));
	}

	/**
	 * What confirms it.
	 *
	 * @param currentPassword of the account
	 */
	@Schema(requiredProperties = "currentPassword")
	record DeletionRequest(@Nullable Secret currentPassword) {
	}

	/** Why the account stays. */
	static class OfDeleting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(NO_PASSWORD, VerifyPassword.WRONG, VerifyPassword.tooManyTries(Duration.ofMinutes(5)),
					PasswordHashes.BUSY, STAFF, Problem.notFound());
		}

	}

}
