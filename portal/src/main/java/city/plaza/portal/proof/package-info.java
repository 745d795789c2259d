/** The proof that it is still the holder, before a change to the account's security. */
@NullMarked
package city.plaza.portal.proof;

import org.jspecify.annotations.NullMarked;
