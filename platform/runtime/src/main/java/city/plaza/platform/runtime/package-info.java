/**
 * What every process shares: settings, the id of a request, the clock, and the guard
 * against development secrets in production.
 */
@NullMarked
package city.plaza.platform.runtime;

import org.jspecify.annotations.NullMarked;
