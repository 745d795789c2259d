/**
 * Production is what applies unless the profile {@code development} is named: it refuses
 * secrets that everybody knows and settings under which money or mail could be lost.
 */
@NullMarked
package city.plaza.platform.guard;

import org.jspecify.annotations.NullMarked;
