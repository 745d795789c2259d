/**
 * Caches of loaded classes, from which the JVMs of a suite start.
 */
@NullMarked
package city.plaza.local.cache;

import org.jspecify.annotations.NullMarked;
