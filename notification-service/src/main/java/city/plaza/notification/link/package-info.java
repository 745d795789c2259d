/** Notices about a resident's linked accounts. */
@NullMarked
package city.plaza.notification.link;

import org.jspecify.annotations.NullMarked;
