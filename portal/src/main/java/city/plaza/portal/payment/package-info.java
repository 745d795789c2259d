/** Paying a bill, and where a payment stands. */
@NullMarked
package city.plaza.portal.payment;

import org.jspecify.annotations.NullMarked;
