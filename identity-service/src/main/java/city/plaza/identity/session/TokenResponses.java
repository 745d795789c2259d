package city.plaza.identity.session;

import java.util.List;

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
		return respond(opened, this.devices.remember(deviceToken, opened.account().email()), null);
	}

	/**
	 * Responds to a sign-in with a second factor with tokens.
	 * @param opened the session of an app
	 * @param deviceToken what the device is known by from now on
	 * @param recoveryCodes new ones; empty where there are none
	 * @return with a new access token
	 */
	public Mono<TokenResponse> of(OpenedSession opened, Secret deviceToken, List<Secret> recoveryCodes) {
		return respond(opened, deviceToken, recoveryCodes.isEmpty() ? null : recoveryCodes);
	}

	/**
	 * Responds to a refresh with tokens.
	 * @param opened the session of an app
	 * @return with a new access token
	 */
	Mono<TokenResponse> of(OpenedSession opened) {
		return respond(opened, null, null);
	}

	private Mono<TokenResponse> respond(OpenedSession opened, @Nullable Secret deviceToken,
			@Nullable List<Secret> recoveryCodes) {
		Session session = opened.session();
		return this.tokens.issue(opened.account(), session.id().value(), session.endsAt())
			.map((issued) -> new TokenResponse(issued.token(), "Bearer", issued.expiresIn().toSeconds(),
					opened.secret(), deviceToken, recoveryCodes));
	}

}
