/** Reads columns that may not be null. */
@NullMarked
package city.plaza.billing.sql;

import org.jspecify.annotations.NullMarked;
