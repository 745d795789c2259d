/** Notices about a resident's web payments. */
@NullMarked
package city.plaza.notification.payment;

import org.jspecify.annotations.NullMarked;
