/** The page on which a resident lets an app sign in. */
@NullMarked
package city.plaza.portal.app;

import org.jspecify.annotations.NullMarked;
