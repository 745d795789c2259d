/** Sends queued notices by e-mail. */
@NullMarked
package city.plaza.notification.delivery;

import org.jspecify.annotations.NullMarked;
