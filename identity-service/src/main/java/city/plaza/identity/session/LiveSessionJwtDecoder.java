package city.plaza.identity.session;

import java.util.UUID;

import city.plaza.identity.token.AccessTokens;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks tokens here, where the sessions are: a token whose session ended is refused at
 * once, not when it expires.
 */
@Component
class LiveSessionJwtDecoder implements ReactiveJwtDecoder {

	private final AccessTokens tokens;

	private final FindSession findSession;

	LiveSessionJwtDecoder(AccessTokens tokens, FindSession findSession) {
		this.tokens = tokens;
		this.findSession = findSession;
	}

	@Override
	public Mono<Jwt> decode(String token) throws JwtException {
		return this.tokens.check(token)
			.flatMap((jwt) -> this.findSession.alive(sessionOf(jwt)).map((session) -> jwt))
			.switchIfEmpty(Mono.error(() -> new BadJwtException("The session of the token has ended")));
	}

	private static SessionId sessionOf(Jwt jwt) {
		try {
			return new SessionId(UUID.fromString(String.valueOf(jwt.getClaimAsString("sid"))));
		}
		catch (IllegalArgumentException ex) {
			throw new BadJwtException("The token names no session");
		}
	}

}
