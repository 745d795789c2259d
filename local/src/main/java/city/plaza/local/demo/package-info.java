/**
 * Walks the main job through the API, a line a step.
 */
@NullMarked
package city.plaza.local.demo;

import org.jspecify.annotations.NullMarked;
