package city.plaza.identity.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What client libraries find the endpoints by (OpenID Connect Discovery 1.0). */
@RestController
@Hidden
class DiscoveryController {

	private static final Duration FRESH = Duration.ofHours(1);

	private final Map<String, Object> document;

	DiscoveryController(@Value("${plaza.public-url}") String publicUrl) {
		OIDCProviderMetadata metadata = new OIDCProviderMetadata(new Issuer(publicUrl), List.of(SubjectType.PUBLIC),
				URI.create(publicUrl + "/oauth2/jwks"));
		metadata.setAuthorizationEndpointURI(URI.create(publicUrl + "/oauth2/authorize"));
		metadata.setTokenEndpointURI(URI.create(publicUrl + "/oauth2/token"));
		metadata.setRevocationEndpointURI(URI.create(publicUrl + "/oauth2/revoke"));
		metadata.setResponseTypes(List.of(ResponseType.CODE));
		metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
		metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
		metadata.setScopes(new Scope("openid"));
		metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
		metadata.setRevocationEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
		metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.ES256));
		metadata.setClaims(List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce"));
		metadata.setSupportsAuthorizationResponseIssuerParam(true);
		// What is not said counts as supported.
		metadata.setSupportsRequestURIParam(false);
		this.document = Map.copyOf(metadata.toJSONObject());
	}

	@GetMapping(path = "/.well-known/openid-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Map<String, Object>> discovery() {
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(FRESH).cachePublic()).body(this.document);
	}

}
