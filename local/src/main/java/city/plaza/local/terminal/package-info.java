/**
 * What the person at the terminal sees while the suite starts.
 */
@NullMarked
package city.plaza.local.terminal;

import org.jspecify.annotations.NullMarked;
