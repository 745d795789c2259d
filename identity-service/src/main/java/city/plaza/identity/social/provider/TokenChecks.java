package city.plaza.identity.social.provider;

import java.time.Clock;
import java.util.Set;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * How ID tokens are checked (OpenID Connect Core 1.0, section 3.1.3.7): signed by a key
 * of the provider with an algorithm for public keys, for us, from this issuer, of now.
 */
@Component
class TokenChecks {

	private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256,
			SignatureAlgorithm.ES256);

	private static final String TENANT = "{tenantid}";

	private final SocialSettings settings;

	private final Clock clock;

	TokenChecks(SocialSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	ReactiveJwtDecoder of(ClientRegistration registration, String keys, String issuer, WebClient client) {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys).jwsAlgorithms((algorithms) -> {
			algorithms.clear();
			algorithms.addAll(ALGORITHMS);
		}).webClient(client).build();
		OidcIdTokenValidator standard = new OidcIdTokenValidator(registration);
		standard.setClock(this.clock);
		standard.setClockSkew(this.settings.clockSkew());
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(standard, (token) -> ofIssuer(token, issuer)));
		decoder.setClaimSetConverter(
				new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return decoder;
	}

	private static OAuth2TokenValidatorResult ofIssuer(Jwt token, String issuer) {
		String named = String.valueOf(token.getClaims().get("iss"));
		String expected = issuer.contains(TENANT) ? issuer.replace(TENANT, tenant(token)) : issuer;
		return named.equals(expected) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token", "Another issuer", null));
	}

	private static String tenant(Jwt token) {
		String tenant = token.getClaimAsString("tid");
		return (tenant != null && tenant.matches("[0-9a-f-]{36}")) ? tenant : TENANT;
	}

}
