/** Customers, bills, payments, imports and exports. */
@NullMarked
package city.plaza.billing;

import org.jspecify.annotations.NullMarked;
