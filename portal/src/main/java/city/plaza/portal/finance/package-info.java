/** The finance department's imports and exports. */
@NullMarked
package city.plaza.portal.finance;

import org.jspecify.annotations.NullMarked;
