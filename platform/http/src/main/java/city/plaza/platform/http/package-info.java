/**
 * HTTP as its standards define it, in every process alike: requests that cannot be read,
 * addresses that do not exist and methods that are not allowed are refused before
 * anything else is done for them.
 */
@NullMarked
package city.plaza.platform.http;

import org.jspecify.annotations.NullMarked;
