package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.secret.Secret;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/** Access tokens after RFC 9068: made here, checked here and by every service. */
@Component
public class AccessTokens {

	static final String TYPE = "at+jwt";

	static final String ISSUER = "plaza";

	static final String AUDIENCE = "plaza-api";

	/** When a browser's session ends unless it is used: the portal announces it. */
	static final String SESSION_EXPIRES_AT = "session_expires_at";

	private static final Duration MARGIN = Duration.ofMinutes(1);

	/**
	 * A new token.
	 *
	 * @param token in its compact form
	 * @param expiresIn whole seconds
	 */
	public record Issued(Secret token, Duration expiresIn) {
	}

	private final KeyRings rings;

	private final ReactiveJwtDecoder decoder;

	private final Duration life;

	private final RecentTokens recent;

	private final Clock clock;

	AccessTokens(KeyRings rings, TokenSettings settings, Clock clock) {
		this.rings = rings;
		this.decoder = TokenRules.decoder(rings, clock);
		this.life = settings.life();
		this.recent = new RecentTokens(settings.life());
		this.clock = clock;
	}

	/**
	 * Issues a token.
	 * @param session that it names
	 * @param endsAt the end of the session, which the token does not outlive by more than
	 * the rest of a second
	 * @return signed
	 */
	public Mono<Issued> issue(Account account, UUID session, Instant endsAt) {
		return this.rings.current().map((ring) -> {
			Instant now = this.clock.instant();
			return issue(ring.signing(now), account, session, now, endsAt, null);
		});
	}

	/**
	 * Issues a token for a browser, or gives the one it got a moment ago.
	 * @param session that it names
	 * @param endsAt as above
	 * @param idleUntil when the session ends unless it is used; the token says it
	 * @return signed
	 */
	public Mono<Issued> issueToBrowser(Account account, UUID session, Instant endsAt, Instant idleUntil) {
		return this.rings.current().map((ring) -> {
			Instant now = this.clock.instant();
			ECKey key = ring.signing(now);
			RecentTokens.Bearer bearer = new RecentTokens.Bearer(account.id().value(), session,
					account.givenName().value(), account.familyName().value(), Set.copyOf(account.roles()), idleUntil,
					key.getKeyID());
			return this.recent.of(bearer, now, () -> issue(key, account, session, now, endsAt, idleUntil));
		});
	}

	private Issued issue(ECKey key, Account account, UUID session, Instant now, Instant endsAt,
			@Nullable Instant idleUntil) {
		Duration expiresIn = expiresIn(Duration.between(now, endsAt));
		return new Issued(sign(key, TYPE, claims(account, session, now, now.plus(expiresIn), idleUntil)), expiresIn);
	}

	/** In whole seconds, as tokens have it; one of none would be a token of no time. */
	private Duration expiresIn(Duration left) {
		long seconds = Math.min(left.toSeconds(), this.life.toSeconds());
		return Duration.ofSeconds(Math.max(1, seconds));
	}

	/**
	 * Checks a token's signature and claims; whether its session goes on is not known
	 * here.
	 * @param token as it came
	 * @return its claims
	 */
	public Mono<Jwt> check(String token) {
		return this.decoder.decode(token);
	}

	/**
	 * When the last token that may exist now is accepted nowhere any more: its longest
	 * life, and a minute for clocks that differ and for a token that is being issued.
	 * @param now the moment from which on no more are issued
	 * @return when all have expired
	 */
	public static Instant goneAt(Instant now) {
		return now.plus(TokenSettings.LONGEST_LIFE).plus(MARGIN);
	}

	private static JwtClaimsSet claims(Account account, UUID session, Instant now, Instant expiresAt,
			@Nullable Instant idleUntil) {
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.issuer(ISSUER)
			.audience(List.of(AUDIENCE))
			.subject(account.id().toString())
			.id(UUID.randomUUID().toString())
			.issuedAt(now)
			.expiresAt(expiresAt)
			.claim("sid", session.toString())
			.claim("given_name", account.givenName().value())
			.claim("family_name", account.familyName().value())
			.claim("roles", account.roles().stream().sorted().toList());
		if (idleUntil != null) {
			claims.claim(SESSION_EXPIRES_AT, idleUntil.getEpochSecond());
		}
		return claims.build();
	}

	static Secret sign(ECKey key, String type, JwtClaimsSet claims) {
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type(type).keyId(key.getKeyID()).build();
		NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
		return Secret.of(encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue());
	}

}
