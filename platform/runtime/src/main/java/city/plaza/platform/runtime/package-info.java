/** What every process shares: settings, the id of a request, and the clock. */
@NullMarked
package city.plaza.platform.runtime;

import org.jspecify.annotations.NullMarked;
