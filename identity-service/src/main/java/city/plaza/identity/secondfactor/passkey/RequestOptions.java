package city.plaza.identity.secondfactor.passkey;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What {@code navigator.credentials.get} takes under {@code publicKey}, with its bytes in
 * Base64url (WebAuthn, {@code PublicKeyCredentialRequestOptionsJSON}).
 *
 * @param challenge to sign
 * @param timeout milliseconds
 * @param rpId the domain
 * @param allowCredentials of the account; empty where any passkey of the domain will do
 * @param userVerification always {@code required}
 */
@Schema(name = "PasskeyRequestOptions")
public record RequestOptions(String challenge, long timeout, String rpId, List<Descriptor> allowCredentials,
		String userVerification) {

	/**
	 * A passkey.
	 *
	 * @param type always {@code public-key}
	 * @param id in Base64url
	 */
	@Schema(name = "PasskeyDescriptor")
	public record Descriptor(String type, String id) {
	}

}
