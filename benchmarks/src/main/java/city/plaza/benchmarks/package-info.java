/**
 * The figures Plaza promises, each measured beside its reference in one run. Started by
 * {@code ./plaza bench}; no test.
 */
@NullMarked
package city.plaza.benchmarks;

import org.jspecify.annotations.NullMarked;
