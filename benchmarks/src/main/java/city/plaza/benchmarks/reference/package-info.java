/** What a figure is held against. */
@NullMarked
package city.plaza.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
