/** Money as the whole service means it: minor units and a currency, never a fraction. */
@NullMarked
package city.plaza.billing.money;

import org.jspecify.annotations.NullMarked;
