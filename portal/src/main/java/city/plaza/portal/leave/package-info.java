/** Leaving: a copy of one's data, and the end of the account. */
@NullMarked
package city.plaza.portal.leave;

import org.jspecify.annotations.NullMarked;
