/** What a password must be, and how it is kept. */
@NullMarked
package city.plaza.identity.password;

import org.jspecify.annotations.NullMarked;
