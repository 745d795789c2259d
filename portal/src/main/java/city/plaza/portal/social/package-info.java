/** Sign-in by a provider: the way there and back, and what has to be asked then. */
@NullMarked
package city.plaza.portal.social;

import org.jspecify.annotations.NullMarked;
