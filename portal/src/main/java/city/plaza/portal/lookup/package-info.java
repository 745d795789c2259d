/** The search for one bill without an account. */
@NullMarked
package city.plaza.portal.lookup;

import org.jspecify.annotations.NullMarked;
