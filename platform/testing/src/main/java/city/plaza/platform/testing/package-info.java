/** To come. */
@NullMarked
package city.plaza.platform.testing;

import org.jspecify.annotations.NullMarked;
