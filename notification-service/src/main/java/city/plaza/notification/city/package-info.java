/** The city in whose name notices are sent. */
@NullMarked
package city.plaza.notification.city;

import org.jspecify.annotations.NullMarked;
