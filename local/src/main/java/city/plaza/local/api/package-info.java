/**
 * A client of Plaza's public API, and what a fresh suite is filled with through it.
 */
@NullMarked
package city.plaza.local.api;

import org.jspecify.annotations.NullMarked;
