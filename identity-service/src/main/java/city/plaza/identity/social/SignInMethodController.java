package city.plaza.identity.social;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.method.SignInMethod;
import city.plaza.identity.method.SignInMethodId;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.ConfirmHolder;
import city.plaza.identity.session.HolderProblems;
import city.plaza.identity.session.SessionId;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/sign-in-methods")
@Tag(name = "My account", description = "The account of the caller.")
class SignInMethodController {

	private final ListMethods list;

	private final ConfirmHolder confirm;

	private final RemoveMethod remove;

	SignInMethodController(ListMethods list, ConfirmHolder confirm, RemoveMethod remove) {
		this.list = list;
		this.confirm = confirm;
		this.remove = remove;
	}

	@GetMapping
	@Operation(operationId = "listSignInMethods", summary = "How the caller can sign in",
			description = "The password and the accounts at providers such as Google.")
	Mono<SignInMethodsResponse> list(Caller caller) {
		return this.list.of(caller).map(SignInMethodsResponse::of);
	}

	@PostMapping("/{id}/removal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removeSignInMethod", summary = "Remove a sign-in method", description = """
			Asks for the password unless the caller signed in within the last ten minutes. The last way to sign in \
			cannot be removed.""")
	@Problems(SocialProblems.OfRemoval.class)
	Mono<Void> remove(Caller caller,
			@Parameter(description = "The id of the method.",
					schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
			@RequestBody RemovalRequest request, ServerHttpRequest http) {
		SignInMethodId method = SignInMethodId.read(id);
		return Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.confirm.confirm(new SessionId(session), request.password(),
					ClientAddress.of(http)))
			.flatMap(HolderProblems::confirmedOr)
			.flatMap((account) -> this.remove.remove(method, account))
			.defaultIfEmpty(RemoveMethod.Outcome.UNKNOWN)
			.flatMap((outcome) -> switch (outcome) {
				case REMOVED -> Mono.empty();
				case LAST -> Mono.error(SocialProblems.LAST.asException());
				case UNKNOWN -> Mono.error(Problem.notFound().asException());
			});
	}

	/**
	 * The proof that it is the holder who removes it.
	 *
	 * @param password of the account; not needed within ten minutes after signing in
	 */
	record RemovalRequest(@Nullable Secret password) {
	}

	/**
	 * How the caller can sign in.
	 *
	 * @param hasPassword whether by email address and password
	 * @param passwordNeeded whether a change asks for the password now
	 * @param signInNeeded whether a change asks for a new sign-in now
	 * @param items accounts at providers, the oldest first
	 */
	record SignInMethodsResponse(boolean hasPassword, boolean passwordNeeded, boolean signInNeeded,
			List<SignInMethodResponse> items) {

		static SignInMethodsResponse of(ListMethods.Listed listed) {
			return new SignInMethodsResponse(listed.hasPassword(), !listed.isRecent() && listed.hasPassword(),
					!listed.isRecent() && !listed.hasPassword(),
					listed.methods().stream().map(SignInMethodResponse::of).toList());
		}

	}

	/**
	 * An account at a provider.
	 *
	 * @param id of the method
	 * @param provider its name in addresses
	 * @param email as the provider last gave it; proves nothing
	 * @param addedAt when it was connected
	 * @param usedAt last sign-in by it
	 */
	record SignInMethodResponse(SignInMethodId id, String provider, @Nullable String email, Instant addedAt,
			@Nullable Instant usedAt) {

		static SignInMethodResponse of(SignInMethod method) {
			return new SignInMethodResponse(method.id(), method.person().provider(), method.email(), method.addedAt(),
					method.usedAt());
		}

	}

}
