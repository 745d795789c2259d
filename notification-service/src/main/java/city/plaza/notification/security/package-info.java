/** Notices about who can get into an account, and by which address. */
@NullMarked
package city.plaza.notification.security;

import org.jspecify.annotations.NullMarked;
