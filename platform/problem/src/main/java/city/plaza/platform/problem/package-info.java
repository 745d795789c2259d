/**
 * What a client hears when something is wrong: RFC 9457 problem details with a stable
 * code.
 */
@NullMarked
package city.plaza.platform.problem;

import org.jspecify.annotations.NullMarked;
