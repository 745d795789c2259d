package city.plaza.identity.session;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Forgives the failed sign-ins of a person who has proved otherwise who they are. */
@Component
public class ForgiveSignIns {

	private final SignInAttempt.Keys keys;

	private final SignInTries tries;

	ForgiveSignIns(SignInAttempt.Keys keys, SignInTries tries) {
		this.keys = keys;
		this.tries = tries;
	}

	/**
	 * Forgives what failed for an account from the client's network and from everywhere.
	 * @return completes when it does not count any more, in the caller's transaction
	 */
	public Mono<Void> of(EmailAddress email, ClientAddress client) {
		return this.tries.forgive(this.keys.attempt(email.value(), client, null));
	}

}
