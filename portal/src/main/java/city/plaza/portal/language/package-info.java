/** The language of pages: chosen by the reader, or else by the browser. */
@NullMarked
package city.plaza.portal.language;

import org.jspecify.annotations.NullMarked;
