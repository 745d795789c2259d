/** Many clients at once, and what they were answered. */
@NullMarked
package city.plaza.benchmarks.load;

import org.jspecify.annotations.NullMarked;
