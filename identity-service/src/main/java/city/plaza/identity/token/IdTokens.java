package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.stereotype.Component;

/**
 * Id tokens after OpenID Connect: who signed in, for the app that asked. No service takes
 * one for an access token: type, issuer and audience differ.
 */
@Component
public class IdTokens {

	private static final String JOSE = "JWT";

	private static final Duration LIFE = Duration.ofMinutes(5);

	private final KeyRings rings;

	private final String issuer;

	private final Clock clock;

	IdTokens(KeyRings rings, @Value("${plaza.public-url}") String issuer, Clock clock) {
		this.rings = rings;
		this.issuer = issuer;
		this.clock = clock;
	}

	/**
	 * Issues a token.
	 * @param app for which it is
	 * @param nonce as the app sent it
	 * @param signedInAt when the person proved who they are
	 * @return signed, in its compact form
	 */
	public Mono<String> issue(Account account, String app, @Nullable String nonce, Instant signedInAt) {
		return this.rings.current().map((ring) -> {
			Instant now = this.clock.instant();
			JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
				.issuer(this.issuer)
				.audience(List.of(app))
				.subject(account.id().toString())
				.issuedAt(now)
				.expiresAt(now.plus(LIFE))
				.claim("auth_time", signedInAt.getEpochSecond());
			if (nonce != null) {
				claims.claim("nonce", nonce);
			}
			return AccessTokens.sign(ring.signing(now), JOSE, claims.build()).reveal();
		});
	}

}
