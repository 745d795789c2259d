package city.plaza.identity.social;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.method.SignInMethod;
import city.plaza.identity.method.SignInMethodId;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/sign-in-methods")
@Tag(name = "My account", description = "The account of the caller.")
class SignInMethodController {

	private final ListMethods list;

	private final RecentProof proof;

	private final Accounts accounts;

	private final RemoveMethod remove;

	SignInMethodController(ListMethods list, RecentProof proof, Accounts accounts, RemoveMethod remove) {
		this.list = list;
		this.proof = proof;
		this.accounts = accounts;
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
			Needs a proof of the last ten minutes. The last way to sign in cannot be removed.""")
	@Problems(SocialProblems.OfRemoval.class)
	Mono<Void> remove(Caller caller, @Parameter(description = "The id of the method.",
			schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
		SignInMethodId method = SignInMethodId.read(id);
		return this.proof.required(caller)
			.then(this.accounts.of(new AccountId(caller.id())))
			.flatMap((account) -> this.remove.remove(method, account))
			.defaultIfEmpty(RemoveMethod.Outcome.UNKNOWN)
			.flatMap((outcome) -> switch (outcome) {
				case REMOVED -> Mono.empty();
				case LAST -> Mono.error(SocialProblems.LAST.asException());
				case UNKNOWN -> Mono.error(Problem.notFound().asException());
			});
	}

	/**
	 * How the caller can sign in.
	 *
	 * @param hasPassword whether by email address and password
	 * @param items accounts at providers, the oldest first
	 */
	record SignInMethodsResponse(boolean hasPassword, List<SignInMethodResponse> items) {

		static SignInMethodsResponse of(ListMethods.Listed listed) {
			return new SignInMethodsResponse(listed.hasPassword(),
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
