/** A small service with nothing but the runtime. */
@NullMarked
package city.plaza.platform.runtime;

import org.jspecify.annotations.NullMarked;
