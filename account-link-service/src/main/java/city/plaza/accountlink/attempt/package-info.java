/** Bounds the guessing of numbers and names. */
@NullMarked
package city.plaza.accountlink.attempt;

import org.jspecify.annotations.NullMarked;
