/**
 * Starts, watches, restarts and stops programs, and leaves word of them on disk for
 * whoever comes next.
 */
@NullMarked
package city.plaza.local.suite;

import org.jspecify.annotations.NullMarked;
