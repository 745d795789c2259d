package city.plaza.identity.secondfactor.passkey;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What {@code navigator.credentials.create} takes under {@code publicKey}, with its bytes
 * in Base64url (WebAuthn, {@code PublicKeyCredentialCreationOptionsJSON}).
 *
 * @param rp for whom it is
 * @param user of which account
 * @param challenge to sign
 * @param pubKeyCredParams algorithms, the preferred first
 * @param timeout milliseconds
 * @param excludeCredentials passkeys that the account has
 * @param authenticatorSelection what the authenticator has to do
 * @param attestation always {@code none}
 */
@Schema(name = "PasskeyCreationOptions")
public record CreationOptions(Party rp, User user, String challenge, List<Parameter> pubKeyCredParams, long timeout,
		List<RequestOptions.Descriptor> excludeCredentials, Selection authenticatorSelection, String attestation) {

	/**
	 * For whom a passkey is.
	 *
	 * @param id the domain
	 * @param name the city's
	 */
	@Schema(name = "PasskeyParty")
	public record Party(String id, String name) {
	}

	/**
	 * Of which account.
	 *
	 * @param id of the account, in Base64url
	 * @param name the email address
	 * @param displayName the holder's name
	 */
	@Schema(name = "PasskeyUser")
	public record User(String id, String name, String displayName) {
	}

	/**
	 * An algorithm.
	 *
	 * @param type always {@code public-key}
	 * @param alg its number at IANA (COSE)
	 */
	@Schema(name = "PasskeyAlgorithm")
	public record Parameter(String type, long alg) {
	}

	/**
	 * What the authenticator has to do.
	 *
	 * @param residentKey always {@code required}: the passkey alone signs in
	 * @param requireResidentKey the same, for older browsers
	 * @param userVerification always {@code required}: by PIN, finger or face
	 */
	@Schema(name = "PasskeySelection")
	public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {
	}

}
