package city.plaza.identity.session;

import city.plaza.identity.token.AccessTokens;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Makes the answer to an app that signed in. */
@Component
public class TokenResponses {

	private final AccessTokens tokens;

	TokenResponses(AccessTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * Answers with tokens.
	 * @param opened the session of an app
	 * @return with a new access token
	 */
	public Mono<TokenResponse> of(OpenedSession opened) {
		Session session = opened.session();
		return this.tokens.issue(opened.account(), session.id().value(), session.endsAt())
			.map((issued) -> new TokenResponse(issued.token(), "Bearer", issued.expiresIn().toSeconds(),
					opened.secret()));
	}

}
