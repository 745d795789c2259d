package city.plaza.identity.secondfactor;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Reads the caller's own second factors. */
@Component
class ReadFactors {

	private final Accounts accounts;

	private final Factors factors;

	private final SecondFactorSettings settings;

	private final RecentProof proof;

	ReadFactors(Accounts accounts, Factors factors, SecondFactorSettings settings, RecentProof proof) {
		this.accounts = accounts;
		this.factors = factors;
		this.settings = settings;
		this.proof = proof;
	}

	/** Empty where the account was removed. */
	Mono<FactorController.FactorsResponse> read(Caller caller) {
		AccountId id = new AccountId(caller.id());
		return this.accounts.of(id)
			.flatMap((account) -> this.factors.of(id)
				.zipWith(this.proof.isRecent(caller),
						(held, proved) -> new FactorController.FactorsResponse(this.settings.isRequiredOf(account),
								held.appAddedAt(),
								held.passkeys()
									.stream()
									.map((passkey) -> new FactorController.PasskeyResponse(passkey.id(), passkey.name(),
											passkey.addedAt(), passkey.lastUsedAt()))
									.toList(),
								held.codesLeft(), proved)));
	}

	/** The account was removed after the token was issued. */
	static class NoAccount implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound());
		}

	}

}
