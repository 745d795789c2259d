/** What the gateway itself asks of the services. */
@NullMarked
package city.plaza.gateway.call;

import org.jspecify.annotations.NullMarked;
