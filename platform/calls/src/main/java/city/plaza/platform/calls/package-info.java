/**
 * Calls of another service: how many at once, fair among clients, and when the service is
 * left alone because it fails.
 */
@NullMarked
package city.plaza.platform.calls;

import org.jspecify.annotations.NullMarked;
