/** Connections end in time and are bounded, so that slow clients cost nobody else. */
@NullMarked
package city.plaza.gateway.connection;

import org.jspecify.annotations.NullMarked;
