/** Every service checks every token itself; passing by the gateway gains nothing. */
@NullMarked
package city.plaza.platform.security;

import org.jspecify.annotations.NullMarked;
