/** Texts that must never be printed, and how they are stored. */
@NullMarked
package city.plaza.identity.secret;

import org.jspecify.annotations.NullMarked;
