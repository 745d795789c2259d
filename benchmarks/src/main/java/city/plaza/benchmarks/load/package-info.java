/** Many clients at once, and the responses they got. */
@NullMarked
package city.plaza.benchmarks.load;

import org.jspecify.annotations.NullMarked;
