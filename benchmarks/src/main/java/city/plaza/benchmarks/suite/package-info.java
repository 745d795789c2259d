/** The running suite that is measured. */
@NullMarked
package city.plaza.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
