/** Notices to residents. */
@NullMarked
package city.plaza.notification;

import org.jspecify.annotations.NullMarked;
