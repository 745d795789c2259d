/** The parties the city bills, as its ledger has them. */
@NullMarked
package city.plaza.billing.customer;

import org.jspecify.annotations.NullMarked;
