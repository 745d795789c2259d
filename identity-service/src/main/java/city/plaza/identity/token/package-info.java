/** Access tokens, and the keys they are signed and checked with. */
@NullMarked
package city.plaza.identity.token;

import org.jspecify.annotations.NullMarked;
