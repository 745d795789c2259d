package city.plaza.identity.social.provider;

import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brought back from a provider.
 *
 * @param code good once
 * @param issuer who responded (RFC 9207); null where the provider does not say
 * @param state of the request
 * @param nonce of the request
 * @param verifier of the request
 */
public record ProviderResponse(Secret code, @Nullable String issuer, String state, String nonce, String verifier) {

	@Override
	public String toString() {
		return "ProviderResponse[***]";
	}

}
