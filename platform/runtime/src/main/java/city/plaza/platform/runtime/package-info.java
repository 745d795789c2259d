/** To come. */
@NullMarked
package city.plaza.platform.runtime;

import org.jspecify.annotations.NullMarked;
