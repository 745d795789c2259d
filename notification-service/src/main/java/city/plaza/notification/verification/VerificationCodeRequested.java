package city.plaza.notification.verification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a request for a verification code.
 *
 * @param verificationId what the code is sealed to
 * @param registrationId whose codes replace each other
 * @param purpose what it is for; values may come that this service has no text for
 * @param email where the code goes
 * @param sealedCode opened only when the mail is written
 * @param expiresAt after which the code is of no use
 * @param language to write in; null in events of before
 */
record VerificationCodeRequested(UUID verificationId, UUID registrationId, String purpose, String email,
		String sealedCode, Instant expiresAt, @Nullable String language) {

	static final String TYPE = "VerificationCodeRequested";

}
