/** The only public entry point. */
@NullMarked
package city.plaza.gateway;

import org.jspecify.annotations.NullMarked;
