/** The Eureka server. */
@NullMarked
package city.plaza.discovery;

import org.jspecify.annotations.NullMarked;
