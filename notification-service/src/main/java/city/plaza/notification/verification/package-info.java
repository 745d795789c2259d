/** Notices about proving an address. */
@NullMarked
package city.plaza.notification.verification;

import org.jspecify.annotations.NullMarked;
