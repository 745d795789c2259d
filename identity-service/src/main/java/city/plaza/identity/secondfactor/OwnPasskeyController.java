package city.plaza.identity.secondfactor;

import java.util.Map;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secondfactor.passkey.CreationOptions;
import city.plaza.identity.secondfactor.passkey.PasskeyPurpose;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.Problems;
import city.plaza.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "My account", description = "The account of the caller.")
class OwnPasskeyController {

	private static final String PASSKEYS = "/api/v1/me/second-factor/passkeys";

	private static final String PROOF = "/api/v1/sessions/current/proof/passkey";

	private final AddPasskey addPasskey;

	private final RemoveFactor removeFactor;

	private final Passkeys passkeys;

	private final RecentProof proof;

	OwnPasskeyController(AddPasskey addPasskey, RemoveFactor removeFactor, Passkeys passkeys, RecentProof proof) {
		this.addPasskey = addPasskey;
		this.removeFactor = removeFactor;
		this.passkeys = passkeys;
		this.proof = proof;
	}

	@PostMapping(PASSKEYS + "/options")
	@Operation(operationId = "beginPasskey", summary = "Begin to add a passkey",
			description = "The challenge is good once, for five minutes, in this session.")
	@Problems(FactorProblems.OfBeginning.class)
	Mono<CreationOptions> begin(Caller caller) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.addPasskey.begin(new AccountId(caller.id()), session(caller))));
	}

	@PostMapping(PASSKEYS)
	@Operation(operationId = "addPasskey", summary = "Add a passkey",
			description = """
					It signs in by itself, and completes a sign-in that the password began. With the first factor of an account \
					come its recovery codes.""")
	@Problems(FactorProblems.OfPasskeys.class)
	Mono<FactorController.RecoveryCodesResponse> add(Caller caller, @Valid @RequestBody NewPasskey request) {
		return this.proof.required(caller)
			.then(FactorProblems.named(request.name(), "name"))
			.flatMap((name) -> this.addPasskey.add(new AccountId(caller.id()), request.credential(), name,
					session(caller)))
			.flatMap(FactorProblems::addedOr)
			.map((added) -> new FactorController.RecoveryCodesResponse(added.recoveryCodes()));
	}

	@DeleteMapping(PASSKEYS + "/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removePasskey", summary = "Remove a passkey",
			description = "Never the last factor of an account that has to have one.")
	@Problems(FactorProblems.OfRemoving.class)
	Mono<Void> remove(Caller caller, @Parameter(description = "The passkey's id") @PathVariable UUID id) {
		return this.proof.required(caller)
			.then(Mono.defer(() -> this.removeFactor.passkey(new AccountId(caller.id()), id)))
			.flatMap(FactorProblems::removedOr);
	}

	@PostMapping(PROOF + "/options")
	@Operation(operationId = "beginPasskeyProof", summary = "Begin to prove again who you are by a passkey",
			description = "Instead of the password.")
	Mono<RequestOptions> beginProof(Caller caller) {
		return this.passkeys.toSign(PasskeyPurpose.PROOF, new AccountId(caller.id()), session(caller));
	}

	@PostMapping(PROOF)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "proveByPasskey", summary = "Prove again who you are by a passkey",
			description = "For ten minutes, as with the password.")
	@Problems(FactorProblems.OfProving.class)
	Mono<Void> prove(Caller caller, @Valid @RequestBody SignedProof request) {
		return this.passkeys
			.check(request.credential(), PasskeyPurpose.PROOF, new AccountId(caller.id()), session(caller))
			.switchIfEmpty(FactorProblems.passkeyRefused())
			.flatMap((holder) -> this.proof.prove(caller));
	}

	private static Hash session(Caller caller) {
		return OpaqueTokens.hash(Secret.of(String.valueOf(caller.session())));
	}

	/**
	 * A passkey to add.
	 *
	 * @param name to tell it from others, such as that of the device
	 * @param credential what {@code navigator.credentials.create} gave, as JSON
	 */
	@Schema(name = "NewPasskey")
	record NewPasskey(@Nullable String name,
			@NotNull(message = "Send what the browser made.") Map<String, Object> credential) {

		NewPasskey named(String better) {
			return new NewPasskey(better, this.credential);
		}

	}

	/**
	 * What a passkey signed.
	 *
	 * @param credential what {@code navigator.credentials.get} gave, as JSON
	 */
	@Schema(name = "SignedProof")
	record SignedProof(@NotNull(message = "Send what the passkey signed.") Map<String, Object> credential) {
	}

}
