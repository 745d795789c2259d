/** A small service whose requests are checked. */
@NullMarked
package city.plaza.platform.http;

import org.jspecify.annotations.NullMarked;
