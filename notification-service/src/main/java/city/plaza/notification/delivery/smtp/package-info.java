/** Mail by SMTP. */
@NullMarked
package city.plaza.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
