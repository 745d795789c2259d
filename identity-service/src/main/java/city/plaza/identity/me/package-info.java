/** What a signed-in person reads of the own account. */
@NullMarked
package city.plaza.identity.me;

import org.jspecify.annotations.NullMarked;
