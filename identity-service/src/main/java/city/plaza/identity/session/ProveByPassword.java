package city.plaza.identity.session;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Proves by the password, within a session, that its holder is who signed in. */
@Component
class ProveByPassword {

	/** An account that is signed in to by a provider alone. */
	static final Problem SIGN_IN_AGAIN = Problem.of(HttpStatus.CONFLICT, "sign-in-again",
			"This account has no password. Sign in again, and repeat this within ten minutes.");

	private final Accounts accounts;

	private final VerifyPassword verify;

	private final RecentProof proof;

	ProveByPassword(Accounts accounts, VerifyPassword verify, RecentProof proof) {
		this.accounts = accounts;
		this.verify = verify;
		this.proof = proof;
	}

	/**
	 * Completes where it is the password.
	 * @return problems as of {@link VerifyPassword}, or that there is no password
	 */
	Mono<Void> prove(Caller caller, Secret password, ClientAddress client) {
		return this.accounts.of(new AccountId(caller.id()))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()))
			.flatMap((account) -> (account.passwordHash() != null) ? this.verify.verify(account, password, client)
					: Mono.error(SIGN_IN_AGAIN.asException()))
			.then(this.proof.prove(caller));
	}

}
