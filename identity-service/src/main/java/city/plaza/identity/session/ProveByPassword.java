package city.plaza.identity.session;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Proves by the password, within a session, that its holder is who signed in. */
@Component
class ProveByPassword {

	private final Accounts accounts;

	private final VerifyPassword verify;

	private final RecentProof proof;

	ProveByPassword(Accounts accounts, VerifyPassword verify, RecentProof proof) {
		this.accounts = accounts;
		this.verify = verify;
		this.proof = proof;
	}

	/** Completes where it is the password; problems as of {@link VerifyPassword}. */
	Mono<Void> prove(Caller caller, Secret password, ClientAddress client) {
		return this.accounts.of(new AccountId(caller.id()))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()))
			.flatMap((account) -> this.verify.verify(account, password, client))
			.then(this.proof.prove(caller));
	}

}
