package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Ends the session of a refresh token that its holder gives up. */
@Component
public class RevokeToken {

	private final RefreshTokens tokens;

	private final EndSessions endSessions;

	private final Transactions transactions;

	RevokeToken(RefreshTokens tokens, EndSessions endSessions, Transactions transactions) {
		this.tokens = tokens;
		this.endSessions = endSessions;
		this.transactions = transactions;
	}

	/**
	 * Ends it.
	 * @return completes either way: an unknown token is worth nothing already
	 */
	public Mono<Void> revoke(Secret token) {
		return this.transactions
			.inOne(this.tokens.find(token).flatMap((found) -> this.endSessions.signOut(found.session().id())));
	}

}
