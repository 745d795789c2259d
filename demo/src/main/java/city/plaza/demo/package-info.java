/**
 * Uses a running suite by its API: walks through the main job, a line a step, and loads
 * the sample data.
 */
@NullMarked
package city.plaza.demo;

import org.jspecify.annotations.NullMarked;
