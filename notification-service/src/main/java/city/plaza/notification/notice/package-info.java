/** Notices: what was sent to whom, and how far each has come. */
@NullMarked
package city.plaza.notification.notice;

import org.jspecify.annotations.NullMarked;
