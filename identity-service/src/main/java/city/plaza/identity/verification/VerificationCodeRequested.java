package city.plaza.identity.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * A code must be mailed. It carries no name: the person who typed one has not proved the
 * address, and could make the city mail their text to anyone.
 *
 * @param verificationId the code's own id; also what the code is sealed to
 * @param registrationId the key: the registration, or the flow of another purpose
 * @param purpose what the code is for
 * @param email where it goes
 * @param sealedCode opened by notification-service alone
 * @param expiresAt last moment at which it is accepted
 * @param language of the mail
 */
record VerificationCodeRequested(UUID verificationId, UUID registrationId, String purpose, String email,
		String sealedCode, Instant expiresAt, String language) {

	static final String TYPE = "VerificationCodeRequested";

}
