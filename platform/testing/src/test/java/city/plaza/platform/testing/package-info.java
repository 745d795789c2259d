/** Test support put to the test. */
@NullMarked
package city.plaza.platform.testing;

import org.jspecify.annotations.NullMarked;
