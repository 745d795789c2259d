/** Codes to print, each of which stands in for a lost second factor once. */
@NullMarked
package city.plaza.identity.secondfactor.recovery;

import org.jspecify.annotations.NullMarked;
