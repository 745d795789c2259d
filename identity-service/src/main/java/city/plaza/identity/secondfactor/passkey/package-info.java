/**
 * Passkeys (WebAuthn): keys that stay on the holder's device or in their password manager
 * and sign a challenge of ours. One alone signs in.
 */
@NullMarked
package city.plaza.identity.secondfactor.passkey;

import org.jspecify.annotations.NullMarked;
