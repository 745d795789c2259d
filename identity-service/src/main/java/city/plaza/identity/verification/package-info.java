/** One-time codes that prove an e-mail address. */
@NullMarked
package city.plaza.identity.verification;

import org.jspecify.annotations.NullMarked;
