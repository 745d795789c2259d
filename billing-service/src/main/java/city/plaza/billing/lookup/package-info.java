/** One bill for whoever has it in hand: found by two numbers, without an account. */
@NullMarked
package city.plaza.billing.lookup;

import org.jspecify.annotations.NullMarked;
