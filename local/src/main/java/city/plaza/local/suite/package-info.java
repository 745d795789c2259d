/**
 * Starts, watches, restarts and stops programs, and records them on disk for later
 * commands.
 */
@NullMarked
package city.plaza.local.suite;

import org.jspecify.annotations.NullMarked;
