/** Sessions that ended while their tokens have not expired, learned from events. */
@NullMarked
package city.plaza.platform.security.ended;

import org.jspecify.annotations.NullMarked;
