/** Who signs in: residents and staff. */
@NullMarked
package city.plaza.identity.account;

import org.jspecify.annotations.NullMarked;
