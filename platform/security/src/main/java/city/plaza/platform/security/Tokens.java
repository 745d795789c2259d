package city.plaza.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import city.plaza.platform.security.ended.EndedSessions;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * What an access token must be (after RFC 9068): ES256, {@code typ} at+jwt, issued by and
 * for Plaza, of now, about one account, of a session that has not ended.
 */
final class Tokens {

	static final String ISSUER = "plaza";

	static final String AUDIENCE = "plaza-api";

	static final String SESSION = "sid";

	static final String ROLES = "roles";

	private static final Duration SKEW = Duration.ofSeconds(10);

	private Tokens() {
	}

	static ReactiveJwtDecoder decoder(KeyRing keys, EndedSessions ended) {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::keysFor)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.jwtProcessorCustomizer((processor) -> processor
				.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
			.build();
		OAuth2TokenValidator<Jwt> rules = rules(ended);
		decoder.setJwtValidator(rules);
		return new CheckedTokens(decoder, rules);
	}

	private static OAuth2TokenValidator<Jwt> rules(EndedSessions ended) {
		JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
		time.setAllowEmptyExpiryClaim(false);
		return new DelegatingOAuth2TokenValidator<>(List.of(time, new JwtIssuerValidator(ISSUER),
				new JwtAudienceValidator(AUDIENCE), claim(JwtClaimNames.SUB, (sub) -> sub != null && isUuid(sub)),
				claim(SESSION, (sid) -> sid != null && isUuid(sid) && !ended.contain(UUID.fromString(sid.toString()))),
				claim(ROLES, Tokens::isListOfNames)));
	}

	// Spring's JwtClaimValidator refuses an absent claim whatever the rule is.
	private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<@Nullable Object> rule) {
		OAuth2TokenValidatorResult refusal = OAuth2TokenValidatorResult
			.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The " + name + " claim is not valid", null));
		return (token) -> rule.test(token.getClaims().get(name)) ? OAuth2TokenValidatorResult.success() : refusal;
	}

	private static boolean isUuid(Object value) {
		try {
			return UUID.fromString(value.toString()).toString().equals(value);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isListOfNames(@Nullable Object roles) {
		return roles == null
				|| (roles instanceof List<?> list && list.stream().allMatch((role) -> role instanceof String));
	}

}
