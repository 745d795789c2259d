package city.plaza.identity.secondfactor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/second-factor")
@Tag(name = "My account", description = "The account of the caller.")
class FactorController {

	private final ReadFactors readFactors;

	private final AddAuthenticator addAuthenticator;

	private final RemoveFactor removeFactor;

	private final RenewRecoveryCodes renewRecoveryCodes;

	private final RecentProof proof;

	FactorController(ReadFactors readFactors, AddAuthenticator addAuthenticator, RemoveFactor removeFactor,
			RenewRecoveryCodes renewRecoveryCodes, RecentProof proof) {
		this.readFactors = readFactors;
		this.addAuthenticator = addAuthenticator;
		this.removeFactor = removeFactor;
		this.renewRecoveryCodes = renewRecoveryCodes;
		this.proof = proof;
	}

	@GetMapping
	@Operation(operationId = "getSecondFactor", summary = "Get the own second factors",
			description = "Residents and staff alike. Secrets are never shown again.")
	@Problems(ReadFactors.NoAccount.class)
	Mono<FactorsResponse> read(Caller caller) {
		return this.readFactors.read(caller).switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

	@PostMapping("/authenticator")
	@Operation(operationId = "beginAuthenticator", summary = "Set up an authenticator app", description = """
			The app counts once a code of it is confirmed, within 30 minutes; until then the one before does.""")
	@Problems(FactorProblems.OfBeginning.class)
	Mono<AuthenticatorSetup> begin(Caller caller) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.addAuthenticator.begin(new AccountId(caller.id()))))
			.map(AuthenticatorSetup::of);
	}

	@PostMapping("/authenticator/confirmation")
	@Operation(operationId = "confirmAuthenticator", summary = "Confirm the authenticator app",
			description = """
					Takes the place of an app that was there before. With the first factor of an account come its recovery codes.""")
	@Problems(FactorProblems.OfAdding.class)
	Mono<RecoveryCodesResponse> confirm(Caller caller, @Valid @RequestBody AuthenticatorCode request) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.addAuthenticator.confirm(new AccountId(caller.id()), request.code())))
			.flatMap(FactorProblems::addedOr)
			.map(RecoveryCodesResponse::new);
	}

	@DeleteMapping("/authenticator")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removeAuthenticator", summary = "Remove the authenticator app",
			description = "Never the last factor of an account that has to have one.")
	@Problems(FactorProblems.OfRemoving.class)
	Mono<Void> remove(Caller caller) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.removeFactor.authenticator(new AccountId(caller.id()))))
			.flatMap(FactorProblems::removedOr);
	}

	@PostMapping("/recovery-codes")
	@Operation(operationId = "renewRecoveryCodes", summary = "Make new recovery codes",
			description = "Ten codes, each good once. Those made before work no more.")
	@Problems(FactorProblems.OfRenewing.class)
	Mono<RecoveryCodesResponse> renew(Caller caller) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.renewRecoveryCodes.renew(new AccountId(caller.id()))))
			.switchIfEmpty(FactorProblems.noFactor())
			.map(RecoveryCodesResponse::new);
	}

	/**
	 * The second factors of the caller.
	 *
	 * @param required whether the account has to have one
	 * @param authenticatorAddedAt when the authenticator app was added, null where there
	 * is none
	 * @param passkeys the oldest first
	 * @param recoveryCodesLeft unused ones
	 * @param proved whether the caller signed in, or proved again who they are, in the
	 * last ten minutes: without, nothing is changed
	 */
	@Schema(name = "SecondFactors")
	record FactorsResponse(boolean required, @Nullable Instant authenticatorAddedAt, List<PasskeyResponse> passkeys,
			int recoveryCodesLeft, boolean proved) {
	}

	/**
	 * A passkey of the account.
	 *
	 * @param id to remove it by
	 * @param name that its holder gave it
	 * @param addedAt when it was registered
	 * @param lastUsedAt null before the first time
	 */
	@Schema(name = "Passkey")
	record PasskeyResponse(UUID id, String name, Instant addedAt, @Nullable Instant lastUsedAt) {
	}

	/**
	 * A code of the app that is being added.
	 *
	 * @param code six digits
	 */
	@Schema(name = "AuthenticatorCode")
	record AuthenticatorCode(@NotNull(message = "Enter the code that the app shows.") Secret code) {
	}

	/**
	 * Codes to print or to write down. They are shown once.
	 *
	 * @param recoveryCodes each good once; empty where those from before go on
	 */
	@Schema(name = "RecoveryCodes")
	record RecoveryCodesResponse(List<Secret> recoveryCodes) {
	}

}
