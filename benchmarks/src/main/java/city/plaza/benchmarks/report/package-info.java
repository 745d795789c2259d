/** Tables that people read and that are kept. */
@NullMarked
package city.plaza.benchmarks.report;

import org.jspecify.annotations.NullMarked;
