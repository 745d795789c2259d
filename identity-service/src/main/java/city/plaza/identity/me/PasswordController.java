package city.plaza.identity.me;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.Account;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.password.PasswordRules;
import city.plaza.identity.password.PasswordViolation;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Passwords", description = "Another password, for who forgot theirs and for who wants to change it.")
class PasswordController {

	private static final Problem.FieldError NO_CURRENT = new Problem.FieldError("currentPassword", "required",
			"Enter your current password.");

	private final FindCaller findCaller;

	private final ChangePassword changePassword;

	private final PasswordRules passwords;

	PasswordController(FindCaller findCaller, ChangePassword changePassword, PasswordRules passwords) {
		this.findCaller = findCaller;
		this.changePassword = changePassword;
		this.passwords = passwords;
	}

	@PutMapping("/api/v1/me/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "changePassword", summary = "Change the password", description = """
			Needs the current one; wrong ones count as failed sign-ins. All other sessions of the account end, and its \
			holder is notified by email.""")
	@Problems(OfChanging.class)
	Mono<Void> change(Caller caller, @RequestBody PasswordRequest request, ServerHttpRequest http) {
		ClientAddress client = ClientAddress.of(http);
		return this.findCaller.find(caller).flatMap((me) -> change(me, request, client));
	}

	private Mono<Void> change(FindCaller.Found me, PasswordRequest request, ClientAddress client) {
		Secret current = request.currentPassword();
		Secret next = request.newPassword();
		List<Problem.FieldError> errors = new ArrayList<>();
		if (current == null || current.reveal().isEmpty()) {
			errors.add(NO_CURRENT);
		}
		PasswordViolation violation = this.passwords.violationOf(next, own(me.account()));
		if (violation != null) {
			errors.add(new Problem.FieldError("newPassword", violation.code(), violation.message()));
		}
		if (current == null || next == null || !errors.isEmpty()) {
			return Mono.error(Problem.invalid(errors).asException());
		}
		return this.changePassword.change(me.account(), me.session().id(), current, next, client);
	}

	private static List<String> own(Account account) {
		return List.of(account.email().value(), account.email().localPart(), account.givenName().value(),
				account.familyName().value());
	}

	/**
	 * Both passwords.
	 *
	 * @param currentPassword of the account
	 * @param newPassword 15 to 128 characters of any kind
	 */
	@Schema(requiredProperties = { "currentPassword", "newPassword" })
	record PasswordRequest(@Nullable Secret currentPassword, @Nullable Secret newPassword) {
	}

	/** Why the password stays as it is. */
	static class OfChanging implements ProblemSamples {

		@Override
		public List<Problem> list() {
			List<Problem.FieldError> fields = Stream
				.concat(Stream.of(NO_CURRENT), Stream.of(PasswordViolation.values())
					.map((violation) -> new Problem.FieldError("newPassword", violation.code(), violation.message())))
				.toList();
			return List.of(Problem.invalid(fields), VerifyPassword.WRONG,
					VerifyPassword.tooManyTries(Duration.ofMinutes(5)), PasswordHashes.BUSY, Problem.notFound());
		}

	}

}
