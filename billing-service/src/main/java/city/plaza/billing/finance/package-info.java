/** The files of finance staff: imports and exports. */
@NullMarked
package city.plaza.billing.finance;

import org.jspecify.annotations.NullMarked;
