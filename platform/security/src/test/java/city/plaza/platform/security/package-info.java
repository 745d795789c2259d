/** A small service, guarded. */
@NullMarked
package city.plaza.platform.security;

import org.jspecify.annotations.NullMarked;
