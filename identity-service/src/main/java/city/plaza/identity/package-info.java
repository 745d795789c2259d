/** Residents, credentials, verification codes, sign-in and sessions. */
@NullMarked
package city.plaza.identity;

import org.jspecify.annotations.NullMarked;
