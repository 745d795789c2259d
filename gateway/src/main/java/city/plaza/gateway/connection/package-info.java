/**
 * Connections end in time and are bounded, so that slow clients do not slow down others.
 */
@NullMarked
package city.plaza.gateway.connection;

import org.jspecify.annotations.NullMarked;
