package city.plaza.identity.social.provider;

import java.net.URI;

/**
 * A request to a provider, as the browser carries it there.
 *
 * @param address where the browser goes
 * @param state comes back with the response
 * @param nonce whose hash comes back in the token
 * @param verifier shows that the code was asked for here (PKCE)
 */
public record Authorization(URI address, String state, String nonce, String verifier) {

	@Override
	public String toString() {
		return "Authorization[***]";
	}

}
