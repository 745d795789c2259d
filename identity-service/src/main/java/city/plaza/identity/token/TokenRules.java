package city.plaza.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import city.plaza.platform.security.CheckedTokens;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** What this service takes for one of its own tokens. */
final class TokenRules {

	private static final Duration SKEW = Duration.ofSeconds(10);

	private TokenRules() {
	}

	static ReactiveJwtDecoder decoder(KeyRings rings, Clock clock) {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder
			.withJwkSource((token) -> rings.current()
				.map((ring) -> ring.published(clock.instant()))
				.flatMapIterable(JWKSet::getKeys))
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.jwtProcessorCustomizer((processor) -> processor
				.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(AccessTokens.TYPE))))
			.build();
		JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
		time.setAllowEmptyExpiryClaim(false);
		time.setClock(clock);
		OAuth2TokenValidator<Jwt> rules = new DelegatingOAuth2TokenValidator<>(List.of(time,
				new JwtIssuerValidator(AccessTokens.ISSUER), new JwtAudienceValidator(AccessTokens.AUDIENCE)));
		decoder.setJwtValidator(rules);
		return new CheckedTokens(decoder, rules);
	}

}
