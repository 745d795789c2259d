/** Creating an account and confirming its e-mail address. */
@NullMarked
package city.plaza.portal.registration;

import org.jspecify.annotations.NullMarked;
