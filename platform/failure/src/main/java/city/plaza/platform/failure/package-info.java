/** What an error means: whether a dependency is down, and what the causes are. */
@NullMarked
package city.plaza.platform.failure;

import org.jspecify.annotations.NullMarked;
