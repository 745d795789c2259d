/**
 * Holds a service against its API description: the description is complete, real
 * responses match it, and it breaks nothing that was released.
 */
@NullMarked
package city.plaza.platform.testing.api;

import org.jspecify.annotations.NullMarked;
