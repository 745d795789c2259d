package city.plaza.identity.secondfactor;

import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.secret.Secret;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an authenticator app is to be set up with. It is shown once.
 *
 * @param key in Base32, to type
 * @param uri the same for a QR code ({@code otpauth://totp/...}); on a phone a link that
 * opens the app
 */
@Schema(name = "AuthenticatorSetup")
record AuthenticatorSetup(Secret key, Secret uri) {

	static AuthenticatorSetup of(Authenticators.Setup setup) {
		return new AuthenticatorSetup(setup.key(), setup.uri());
	}

}
