/** The resident's web pages. */
@NullMarked
package city.plaza.portal;

import org.jspecify.annotations.NullMarked;
