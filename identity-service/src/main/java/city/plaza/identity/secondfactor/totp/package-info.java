/** Authenticator apps: codes of six digits that change every 30 seconds (RFC 6238). */
@NullMarked
package city.plaza.identity.secondfactor.totp;

import org.jspecify.annotations.NullMarked;
