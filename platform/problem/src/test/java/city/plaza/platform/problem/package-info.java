/** A small service that goes wrong in every way. */
@NullMarked
package city.plaza.platform.problem;

import org.jspecify.annotations.NullMarked;
