/** The only public door. */
@NullMarked
package city.plaza.gateway;

import org.jspecify.annotations.NullMarked;
