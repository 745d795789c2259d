/**
 * Runs the whole suite on one machine: the commands behind the {@code plaza} script.
 */
@NullMarked
package city.plaza.local;

import org.jspecify.annotations.NullMarked;
