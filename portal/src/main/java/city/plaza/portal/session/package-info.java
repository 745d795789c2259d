/** Who visits: sign-in, sign-out, and what may be seen by whom. */
@NullMarked
package city.plaza.portal.session;

import org.jspecify.annotations.NullMarked;
