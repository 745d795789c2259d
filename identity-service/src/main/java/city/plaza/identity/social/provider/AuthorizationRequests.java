package city.plaza.identity.social.provider;

import java.net.URI;
import java.util.Base64;
import java.util.Objects;

import city.plaza.platform.security.RandomToken;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Makes requests to providers: authorization code with PKCE (S256), state and nonce. */
final class AuthorizationRequests {

	private AuthorizationRequests() {
	}

	static Authorization next(Metadata metadata, ProviderSettings settings) {
		String nonce = RandomToken.next();
		String state = RandomToken.next();
		OAuth2AuthorizationRequest.Builder builder = builder(metadata.registration(), state)
			.additionalParameters((parameters) -> {
				parameters.put(OidcParameterNames.NONCE, hash(nonce));
				if (!settings.responseMode().isEmpty()) {
					parameters.put("response_mode", settings.responseMode());
				}
			});
		OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
		OAuth2AuthorizationRequest request = builder.build();
		String verifier = Objects.requireNonNull(request.getAttribute(PkceParameterNames.CODE_VERIFIER));
		return new Authorization(URI.create(request.getAuthorizationRequestUri()), state, nonce, verifier);
	}

	/** The request as it was made, for the response to it. */
	static OAuth2AuthorizationRequest of(ClientRegistration registration, ProviderResponse response) {
		return builder(registration, response.state()).attributes((attributes) -> {
			attributes.put(OidcParameterNames.NONCE, response.nonce());
			attributes.put(PkceParameterNames.CODE_VERIFIER, response.verifier());
		}).build();
	}

	private static OAuth2AuthorizationRequest.Builder builder(ClientRegistration registration, String state) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scopes(registration.getScopes())
			.state(state);
	}

	/** As Spring Security compares it. */
	private static String hash(String nonce) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomToken.digest(nonce));
	}

}
