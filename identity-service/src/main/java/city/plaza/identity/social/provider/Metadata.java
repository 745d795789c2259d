package city.plaza.identity.social.provider;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What is known of a provider, and how its tokens are checked.
 *
 * @param registration ours there, with the provider's addresses
 * @param tokens checks ID tokens
 * @param client to call it by
 * @param issuer as its metadata names it
 * @param namesIssuer whether its responses name their issuer (RFC 9207)
 */
record Metadata(ClientRegistration registration, ReactiveJwtDecoder tokens, WebClient client, String issuer,
		boolean namesIssuer) {

	/**
	 * Whether a response may come from this provider: another one, or an attacker who
	 * sends the browser from one to the other, names another issuer or none.
	 */
	boolean mayHaveSent(ProviderResponse response) {
		return (response.issuer() != null) ? this.issuer.equals(response.issuer()) : !this.namesIssuer;
	}

}
