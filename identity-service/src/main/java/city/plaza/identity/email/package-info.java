/** Another email address of an account, proved at the new one and undone from the old. */
@NullMarked
package city.plaza.identity.email;

import org.jspecify.annotations.NullMarked;
