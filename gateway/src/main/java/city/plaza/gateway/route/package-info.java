/** Which request goes to which service. */
@NullMarked
package city.plaza.gateway.route;

import org.jspecify.annotations.NullMarked;
