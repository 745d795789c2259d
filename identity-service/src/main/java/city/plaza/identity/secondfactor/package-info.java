/**
 * Signing in with a second factor: an authenticator app, a passkey or a recovery code.
 */
@NullMarked
package city.plaza.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
