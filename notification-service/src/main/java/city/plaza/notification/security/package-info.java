/** Notices about who can get into an account. */
@NullMarked
package city.plaza.notification.security;

import org.jspecify.annotations.NullMarked;
