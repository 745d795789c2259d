/** Bills and what is owed on them, as of a date. */
@NullMarked
package city.plaza.billing.bill;

import org.jspecify.annotations.NullMarked;
