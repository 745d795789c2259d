package city.plaza.notification.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service reads of a request for a verification code.
 *
 * @param verificationId what the code is sealed to
 * @param registrationId whose codes replace each other
 * @param email where the code goes
 * @param sealedCode opened only when the mail is written
 * @param expiresAt after which the code is of no use
 */
record VerificationCodeRequested(UUID verificationId, UUID registrationId, String email, String sealedCode,
		Instant expiresAt) {

	static final String TYPE = "VerificationCodeRequested";

}
