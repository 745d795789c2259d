/**
 * Black box: the whole suite as separate processes, over HTTP and in a real browser.
 */
@NullMarked
package city.plaza.systemtests;

import org.jspecify.annotations.NullMarked;
