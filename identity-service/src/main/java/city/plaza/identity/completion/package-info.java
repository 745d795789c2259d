/** From a confirmed address to a complete registration, step by step. */
@NullMarked
package city.plaza.identity.completion;

import org.jspecify.annotations.NullMarked;
