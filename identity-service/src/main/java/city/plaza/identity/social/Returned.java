package city.plaza.identity.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a provider.
 *
 * @param provider whose address it came to
 * @param flow from the browser's cookie
 * @param state of the response
 * @param code of the response; null where it has an error
 * @param error of the response, such as {@code access_denied}
 * @param issuer of the response (RFC 9207)
 * @param session of the browser, if it is signed in
 * @param device what the browser keeps of the last sign-in, if anything
 */
record Returned(String provider, @Nullable Secret flow, @Nullable String state, @Nullable Secret code,
		@Nullable String error, @Nullable String issuer, @Nullable UUID session, @Nullable Secret device) {

	boolean isAnswerTo(Flow begun) {
		return this.provider.equals(begun.provider()) && this.state != null && MessageDigest
			.isEqual(this.state.getBytes(StandardCharsets.UTF_8), begun.state().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Returned[provider=" + this.provider + "]";
	}

}
