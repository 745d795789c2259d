/** Changing the email address of the account, and taking a change back. */
@NullMarked
package city.plaza.portal.email;

import org.jspecify.annotations.NullMarked;
