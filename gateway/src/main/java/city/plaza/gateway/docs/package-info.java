/** The page that shows the API descriptions, where they are switched on. */
@NullMarked
package city.plaza.gateway.docs;

import org.jspecify.annotations.NullMarked;
