package city.plaza.identity.session;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.token.AccessTokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Makes the response to an app that signed in. */
@Component
public class TokenResponses {

	private final AccessTokens tokens;

	private final KnownDevices devices;

	TokenResponses(AccessTokens tokens, KnownDevices devices) {
		this.tokens = tokens;
		this.devices = devices;
	}

	/**
	 * Responds to a sign-in with tokens.
	 * @param opened the session of an app
	 * @param deviceToken what the device sent, if anything
	 * @return with a new access token and what the device is known by
	 */
	public Mono<TokenResponse> of(OpenedSession opened, @Nullable Secret deviceToken) {
		return respond(opened, this.devices.remember(deviceToken, opened.account().email()));
	}

	/**
	 * Responds to a refresh with tokens.
	 * @param opened the session of an app
	 * @return with a new access token
	 */
	Mono<TokenResponse> of(OpenedSession opened) {
		return respond(opened, null);
	}

	private Mono<TokenResponse> respond(OpenedSession opened, @Nullable Secret deviceToken) {
		Session session = opened.session();
		return this.tokens.issue(opened.account(), session.id().value(), session.endsAt())
			.map((issued) -> new TokenResponse(issued.token(), "Bearer", issued.expiresIn().toSeconds(),
					opened.secret(), deviceToken));
	}

}
